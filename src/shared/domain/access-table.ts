import type { Action, FieldClass, Role } from './access-terms';
import type { Label } from './city-pack';

/** What roles may do, and which classes of data they get by it. */
export interface AccessRow {
  action: Action;
  roles: readonly [Role, ...Role[]];
  fields: readonly FieldClass[];
  /** Why these and, by omission, no others; shown beside a disabled control. */
  reason: Label;
}

const everyone = [
  'admin',
  'supervisor',
  'operator',
  'opd',
  'executive',
  'display',
  'integration',
] as const;
const people = ['admin', 'supervisor', 'operator', 'opd', 'executive'] as const;
const room = ['admin', 'supervisor', 'operator'] as const;
const desk = ['admin', 'supervisor'] as const;

const shared = ['operational'] as const satisfies readonly FieldClass[];
const full = [
  'operational',
  'location',
  'sensitive',
  'note',
] as const satisfies readonly FieldClass[];
const acknowledged = [] as const satisfies readonly FieldClass[];

/**
 * Role × action × class of data: the one table that the server's refusals and the screen's disabled controls
 * both read. What no row allows is refused. An action may have several rows, a role at most one of them.
 * Which incidents an `opd` gets in full (those forwarded to it) is a matter of the record, not of this table.
 */
export const ACCESS_ROWS: readonly AccessRow[] = [
  {
    action: 'stream.follow',
    roles: [...room, 'integration'],
    fields: ['operational', 'location', 'sensitive'],
    reason: {
      id: 'Ruang kendali menangani kejadian dan perlu gambar lengkap.',
      en: 'The room handles incidents and needs the whole picture.',
    },
  },
  {
    action: 'stream.follow',
    roles: ['opd'],
    fields: ['operational', 'location', 'sensitive'],
    reason: {
      id: 'OPD menerima lengkap hanya kejadian yang diteruskan kepadanya; selebihnya gambaran kota.',
      en: 'An agency gets in full only what was forwarded to it; of the rest, the picture of the city.',
    },
  },
  {
    action: 'stream.follow',
    roles: ['executive', 'display'],
    fields: shared,
    reason: {
      id: 'Pimpinan dan layar dinding melihat kota sampai kelurahan, tanpa orang dan tanpa rumah.',
      en: 'Executives and walls see the city down to the kelurahan: no persons, no houses.',
    },
  },
  {
    action: 'city.read',
    roles: everyone,
    fields: shared,
    reason: {
      id: 'Daftar kota, batas, dan peta dasar adalah data umum.',
      en: "The city's lists, boundaries and ground map are public facts.",
    },
  },
  {
    action: 'kpi.read',
    roles: [...people, 'display'],
    fields: shared,
    reason: {
      id: 'Angka kinerja adalah jumlah; tidak menyebut orang.',
      en: 'Performance figures are counts; they name nobody.',
    },
  },
  {
    action: 'kpi.export',
    roles: [...desk, 'executive'],
    fields: shared,
    reason: {
      id: 'Yang keluar dari sistem dicatat atas nama supervisor, admin, atau kantor Wali Kota.',
      en: "What leaves the system is recorded to a supervisor, an admin or the Walikota's office.",
    },
  },
  {
    action: 'call.read',
    roles: [...room, 'integration'],
    fields: shared,
    reason: {
      id: 'Hanya ruang kendali menangani panggilan.',
      en: 'Only the room handles calls.',
    },
  },
  {
    action: 'call.record',
    roles: [...room, 'integration'],
    fields: ['person'],
    reason: {
      id: 'SOP kota langkah 1–2: operator menerima dan mencatat panggilan.',
      en: 'City SOP, steps 1–2: an operator takes and records the call.',
    },
  },
  {
    action: 'incident.read',
    roles: [...room, 'opd', 'integration'],
    fields: full,
    reason: {
      id: 'Rincian kejadian untuk yang menanganinya; OPD hanya yang diteruskan kepadanya.',
      en: "An incident's details are for those who handle it; an agency's only where forwarded to it.",
    },
  },
  {
    action: 'incident.open',
    roles: [...room, 'integration'],
    fields: ['person'],
    reason: {
      id: 'SOP kota langkah 2: operator mencatat dan memverifikasi kejadian.',
      en: 'City SOP, step 2: an operator records and verifies the incident.',
    },
  },
  {
    action: 'incident.transition',
    roles: [...room, 'opd', 'integration'],
    fields: acknowledged,
    reason: {
      id: 'Siapa boleh mengambil langkah apa ditentukan oleh SOP per langkah.',
      en: 'Which step is whose is said by the SOP, step by step.',
    },
  },
  {
    action: 'incident.note',
    roles: [...room, 'opd', 'integration'],
    fields: ['note'],
    reason: {
      id: 'Catatan ditulis oleh yang menangani kejadian.',
      en: 'Notes are written by those who handle the incident.',
    },
  },
  {
    action: 'incident.dispatch',
    roles: [...desk, 'opd', 'integration'],
    fields: acknowledged,
    reason: {
      id: 'SOP kota langkah 3: supervisor/dispatcher mengirim; OPD mengirim unitnya sendiri.',
      en: 'City SOP, step 3: the supervisor/dispatcher sends; an agency sends its own units.',
    },
  },
  {
    action: 'incident.setArea',
    roles: [...room, 'integration'],
    fields: acknowledged,
    reason: {
      id: 'Wilayah dibetulkan oleh ruang kendali, yang mendengar pelapor.',
      en: 'The area is set right by the room, which hears the caller.',
    },
  },
  {
    action: 'incident.setCaller',
    roles: [...room, 'integration'],
    fields: acknowledged,
    reason: {
      id: 'Data pelapor dicatat oleh yang berbicara dengannya, dan dihapus atas permintaannya.',
      en: "A caller's data are recorded by whoever speaks with them, and removed when they ask.",
    },
  },
  {
    action: 'incident.reveal',
    roles: room,
    fields: ['person'],
    reason: {
      id: 'Data pelapor dibuka oleh ruang kendali, dengan alasan, dan selalu dicatat.',
      en: "A caller's data are opened by the room, for a reason, and always recorded.",
    },
  },
  {
    action: 'unit.read',
    roles: everyone,
    fields: shared,
    reason: {
      id: 'Status unit adalah gambaran bersama.',
      en: 'Unit status is the shared picture.',
    },
  },
  {
    action: 'unit.reportStatus',
    roles: [...room, 'opd', 'integration'],
    fields: acknowledged,
    reason: {
      id: 'Unit melapor lewat radio ke ruang kendali, ke OPD-nya, atau lewat perangkatnya.',
      en: 'A unit reports by radio to the room, to its agency, or by its own device.',
    },
  },
  {
    action: 'unit.track',
    roles: [...room, 'integration'],
    fields: ['operational', 'location'],
    reason: {
      id: 'Jejak unit menunjukkan rumah yang didatanginya; hanya untuk ruang kendali.',
      en: 'Where a unit went shows the houses it went to; for the room alone.',
    },
  },
  {
    action: 'position.report',
    roles: ['integration'],
    fields: acknowledged,
    reason: {
      id: 'Posisi datang dari perangkat pelacak, bukan dari orang.',
      en: 'Positions come from trackers, not from people.',
    },
  },
  {
    action: 'complaint.read',
    roles: [...people, 'integration'],
    fields: ['operational', 'location'],
    reason: {
      id: 'Aduan tidak memuat pengadunya; OPD mendapat letak hanya untuk aduannya sendiri.',
      en: 'Complaints do not hold their sender; an agency gets the place only of its own.',
    },
  },
  {
    action: 'complaint.receive',
    roles: [...room, 'integration'],
    fields: acknowledged,
    reason: {
      id: 'Aduan masuk lewat kanal resmi atau operator.',
      en: 'Complaints come through official channels or an operator.',
    },
  },
  {
    action: 'complaint.transition',
    roles: [...room, 'opd', 'integration'],
    fields: acknowledged,
    reason: {
      id: 'Ruang kendali meneruskan; OPD mengerjakan aduannya sendiri.',
      en: 'The room passes on; an agency works on its own complaints.',
    },
  },
  {
    action: 'complaint.setArea',
    roles: [...room, 'integration'],
    fields: acknowledged,
    reason: {
      id: 'Wilayah aduan dibetulkan oleh ruang kendali.',
      en: "A complaint's area is set right by the room.",
    },
  },
  {
    action: 'boundaries.change',
    roles: ['admin', 'integration'],
    fields: acknowledged,
    reason: {
      id: 'Batas wilayah berlaku untuk semua; hanya admin dan alat di server yang menggantinya.',
      en: "Boundaries hold for everyone; only an admin and the server's own tools change them.",
    },
  },
  {
    action: 'areas.recheck',
    roles: [...desk, 'integration'],
    fields: ['operational', 'location'],
    reason: {
      id: 'Daftar catatan di wilayah yang salah memuat letaknya.',
      en: 'The list of records in the wrong area holds where they are.',
    },
  },
  {
    action: 'facilities.refresh',
    roles: ['admin', 'integration'],
    fields: acknowledged,
    reason: {
      id: 'Fasilitas diimpor oleh admin atau alat di server.',
      en: "Facilities are imported by an admin or the server's own tools.",
    },
  },
  {
    action: 'display.enrol',
    roles: desk,
    fields: acknowledged,
    reason: {
      id: 'Supervisor berdiri di depan layar dan tahu siapa yang melihatnya.',
      en: 'A supervisor stands before the display and knows who looks at it.',
    },
  },
  {
    action: 'display.manage',
    roles: desk,
    fields: acknowledged,
    reason: {
      id: 'Yang mendaftarkan layar juga mencabutnya.',
      en: 'Who enrols displays also revokes them.',
    },
  },
  {
    action: 'user.manage',
    roles: ['admin'],
    fields: ['person'],
    reason: {
      id: 'Akun diatur hanya oleh admin.',
      en: 'Accounts are managed by an admin alone.',
    },
  },
  {
    action: 'apiKey.manage',
    roles: ['admin'],
    fields: acknowledged,
    reason: {
      id: 'Kunci sistem lain diatur hanya oleh admin.',
      en: "Other systems' keys are managed by an admin alone.",
    },
  },
  {
    action: 'backup.make',
    roles: ['integration'],
    fields: ['operational', 'location', 'sensitive', 'note', 'person'],
    reason: {
      id: 'Cadangan memuat semuanya (data orang tersegel); hanya alat di server sendiri.',
      en: "A backup holds everything (persons' data sealed); for the server's own tools alone.",
    },
  },
  {
    action: 'audit.read',
    roles: ['admin', 'integration'],
    fields: ['operational', 'person'],
    reason: {
      id: 'Jejak audit menyebut siapa melakukan apa; dibaca admin dan alat di server.',
      en: "The audit trail says who did what; an admin and the server's own tools read it.",
    },
  },
];
