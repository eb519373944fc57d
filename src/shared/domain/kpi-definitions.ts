import type { Label } from './city-pack';

/** The figures of the KPI workspace. Server, screen and export all name them by these ids. */
export const KPI_IDS = [
  'calls',
  'incidents',
  'incidentsByHour',
  'onSceneTime',
  'onSceneWithin15',
  'complaintsReceived',
  'complaintsOpen',
  'complaintsOverdue',
  'complaintsDone',
  'complaintsDoneInTime',
] as const;
export type KpiId = (typeof KPI_IDS)[number];

/** What a figure says, in words a mayor reads. */
export interface KpiDefinition {
  name: Label;
  /** How it is computed, in words. */
  formula: Label;
  unit: 'count' | 'share' | 'ms';
  /** What does not count, in words; null: nothing is left out. */
  exclusions: Label | null;
  /** The norm it is judged by, or where the definition comes from. */
  source: string;
}

const CITY_SOP = 'SK 814/371/PTIK/2022';

export const KPI_DEFINITIONS: Readonly<Record<KpiId, KpiDefinition>> = {
  calls: {
    name: { id: 'Panggilan masuk', en: 'Calls received' },
    formula: {
      id: 'Banyaknya panggilan ke 112 yang diterima dalam periode, menurut jenis: normal, informasi, prank, ghost, terputus.',
      en: 'Calls to 112 received in the period, by type: normal, informasi, prank, ghost, terputus.',
    },
    unit: 'count',
    exclusions: null,
    source: CITY_SOP,
  },
  incidents: {
    name: { id: 'Kejadian', en: 'Incidents' },
    formula: {
      id: 'Banyaknya kejadian yang panggilannya (atau, tanpa panggilan, pencatatannya) jatuh dalam periode, menurut kategori.',
      en: 'Incidents whose call (or, without a call, whose record) falls in the period, by category.',
    },
    unit: 'count',
    exclusions: {
      id: 'Laporan palsu dan duplikat tidak dihitung.',
      en: 'False reports and duplicates do not count.',
    },
    source: CITY_SOP,
  },
  incidentsByHour: {
    name: { id: 'Kejadian per jam', en: 'Incidents by hour' },
    formula: {
      id: 'Kejadian dalam periode menurut jam mulainya, WIB.',
      en: 'Incidents of the period by the hour they began, WIB.',
    },
    unit: 'count',
    exclusions: {
      id: 'Laporan palsu dan duplikat tidak dihitung.',
      en: 'False reports and duplicates do not count.',
    },
    source: CITY_SOP,
  },
  onSceneTime: {
    name: { id: 'Waktu tiba di lokasi', en: 'Time to scene' },
    formula: {
      id: 'Dari panggilan diterima sampai unit pertama di lokasi: median (P50) dan persentil ke-90 (P90), interpolasi linear.',
      en: 'From the call received to the first unit on scene: median (P50) and 90th percentile (P90), by linear interpolation.',
    },
    unit: 'ms',
    exclusions: {
      id: 'Kejadian tanpa salah satu waktunya, dan yang selisihnya negatif, dikeluarkan dan dihitung tersendiri.',
      en: 'Incidents that lack either time, and those with a negative difference, are left out and counted apart.',
    },
    source: 'SPM, Permendagri 114/2018',
  },
  onSceneWithin15: {
    name: { id: 'Tiba ≤ 15 menit', en: 'On scene within 15 min' },
    formula: {
      id: 'Bagian dari kejadian berwaktu lengkap yang unit pertamanya tiba paling lama 15 menit setelah panggilan diterima.',
      en: 'Share of the incidents with both times whose first unit was on scene at most 15 minutes after the call.',
    },
    unit: 'share',
    exclusions: {
      id: 'Kejadian tanpa salah satu waktunya, dan yang selisihnya negatif, dikeluarkan dan dihitung tersendiri.',
      en: 'Incidents that lack either time, and those with a negative difference, are left out and counted apart.',
    },
    source: 'SPM, Permendagri 114/2018',
  },
  complaintsReceived: {
    name: { id: 'Aduan masuk', en: 'Complaints received' },
    formula: {
      id: 'Banyaknya aduan yang diterima dalam periode.',
      en: 'Complaints received in the period.',
    },
    unit: 'count',
    exclusions: null,
    source: 'SP4N-LAPOR',
  },
  complaintsOpen: {
    name: { id: 'Aduan terbuka', en: 'Open complaints' },
    formula: {
      id: 'Aduan yang belum berakhir pada akhir periode, atau sekarang bila periode masih berjalan, kapan pun diterima.',
      en: 'Complaints not ended at the end of the period, or now if it is still going on, whenever received.',
    },
    unit: 'count',
    exclusions: null,
    source: 'SP4N-LAPOR',
  },
  complaintsOverdue: {
    name: { id: 'Aduan lewat tenggat', en: 'Overdue complaints' },
    formula: {
      id: 'Aduan terbuka yang tenggatnya sudah lewat pada saat itu. Tenggat mengikuti tabel SLA saat aduan diterima.',
      en: 'Open complaints whose deadline had passed by then. The deadline follows the SLA table in force at receipt.',
    },
    unit: 'count',
    exclusions: null,
    source: 'KemenPANRB 2018; Cilegon Juare',
  },
  complaintsDone: {
    name: { id: 'Aduan selesai', en: 'Complaints done' },
    formula: {
      id: 'Aduan yang mencapai keadaan selesai dalam periode.',
      en: 'Complaints that reached the state "selesai" in the period.',
    },
    unit: 'count',
    exclusions: {
      id: 'Bukan wewenang, duplikat dan arsip berakhir tanpa dikerjakan, jadi tidak dihitung.',
      en: 'Not our mandate, duplicates and archived ones end without work and do not count.',
    },
    source: 'SP4N-LAPOR',
  },
  complaintsDoneInTime: {
    name: { id: 'Selesai tepat waktu', en: 'Done in time' },
    formula: {
      id: 'Bagian aduan selesai dalam periode yang selesai paling lambat pada tenggatnya.',
      en: 'Share of the complaints done in the period that were done by their deadline.',
    },
    unit: 'share',
    exclusions: {
      id: 'Bukan wewenang, duplikat dan arsip tidak dihitung.',
      en: 'Not our mandate, duplicates and archived ones do not count.',
    },
    source: 'KemenPANRB 2018; Cilegon Juare',
  },
};
