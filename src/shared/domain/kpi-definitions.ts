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

/** What a figure says, in words a mayor reads. A period still going on counts up to now. */
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
      id: 'Banyaknya kejadian yang mulai dalam periode, menurut kategori. Mulainya adalah waktu panggilan diterima; bila tidak tercatat, waktu pertama yang tercatat.',
      en: 'Incidents that began in the period, by category. They begin when the call is received; where that is not recorded, at the first time that is.',
    },
    unit: 'count',
    exclusions: {
      id: 'Laporan palsu dan duplikat tidak dihitung, juga bila baru diketahui setelah periode.',
      en: 'False reports and duplicates do not count, also where that came out after the period.',
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
      id: 'Laporan palsu dan duplikat tidak dihitung, juga bila baru diketahui setelah periode.',
      en: 'False reports and duplicates do not count, also where that came out after the period.',
    },
    source: CITY_SOP,
  },
  onSceneTime: {
    name: { id: 'Waktu tiba di lokasi', en: 'Time to scene' },
    formula: {
      id: 'Dari panggilan diterima sampai unit pertama di lokasi, untuk kejadian yang mulai dalam periode: median (P50) dan persentil ke-90 (P90), interpolasi linear. Waktu tiba dihitung juga bila jatuh setelah periode.',
      en: 'From the call received to the first unit on scene, of the incidents that began in the period: median (P50) and 90th percentile (P90), by linear interpolation. An arrival after the period counts too.',
    },
    unit: 'ms',
    exclusions: {
      id: 'Laporan palsu dan duplikat tidak dihitung. Kejadian tanpa salah satu waktunya (juga yang unitnya masih di jalan), dan yang selisihnya negatif, dikeluarkan dan dihitung tersendiri.',
      en: 'False reports and duplicates do not count. Incidents that lack either time (also those whose unit is still on its way), and those with a negative difference, are left out and counted apart.',
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
      id: 'Laporan palsu dan duplikat tidak dihitung. Kejadian tanpa salah satu waktunya (juga yang unitnya masih di jalan), dan yang selisihnya negatif, dikeluarkan dan dihitung tersendiri.',
      en: 'False reports and duplicates do not count. Incidents that lack either time (also those whose unit is still on its way), and those with a negative difference, are left out and counted apart.',
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
      id: 'Aduan yang terbuka pada akhir periode, atau sekarang bila periode masih berjalan, kapan pun diterima. Aduan yang saat itu sudah berakhir dan baru kemudian dibuka kembali tidak dihitung; bila akhirnya itu berasal dari data impor, waktunya tidak diketahui dan aduan dihitung terbuka. Per OPD: OPD yang kini memegangnya.',
      en: 'Complaints open at the end of the period, or now if it is still going on, whenever received. One that had ended by then and was opened again only later does not count; where that end came with imported data its time is not known and the complaint counts as open. By agency: the one it lies with now.',
    },
    unit: 'count',
    exclusions: null,
    source: 'SP4N-LAPOR',
  },
  complaintsOverdue: {
    name: { id: 'Aduan lewat tenggat', en: 'Overdue complaints' },
    formula: {
      id: 'Aduan terbuka (lihat di sana) yang tenggatnya sudah lewat pada saat itu. Tenggat mengikuti tabel SLA saat aduan diterima, dan tetap bila aduan dibuka kembali.',
      en: 'Open complaints (as defined there) whose deadline had passed by then. The deadline follows the SLA table in force at receipt, and stays when the complaint is opened again.',
    },
    unit: 'count',
    exclusions: null,
    source: 'KemenPANRB 2018; Cilegon Juare',
  },
  complaintsDone: {
    name: { id: 'Aduan selesai', en: 'Complaints done' },
    formula: {
      id: 'Aduan yang mencapai keadaan selesai dalam periode, juga bila kemudian dibuka kembali; yang dua kali selesai dihitung sekali.',
      en: 'Complaints that reached the state "selesai" in the period, also where they were opened again later; one that was done twice counts once.',
    },
    unit: 'count',
    exclusions: {
      id: 'Bukan wewenang, duplikat dan arsip berakhir tanpa dikerjakan, jadi tidak dihitung; begitu pula akhir dari data impor yang kemudian dibuka kembali, karena waktunya tidak diketahui.',
      en: 'Not our mandate, duplicates and archived ones end without work and do not count; nor does an end that came with imported data and was taken back later, as its time is not known.',
    },
    source: 'SP4N-LAPOR',
  },
  complaintsDoneInTime: {
    name: { id: 'Selesai tepat waktu', en: 'Done in time' },
    formula: {
      id: 'Bagian aduan selesai dalam periode yang selesai paling lambat pada tenggatnya; yang dua kali selesai dalam periode dinilai dari yang terakhir.',
      en: 'Share of the complaints done in the period that were done by their deadline; one done twice in it is judged by the last time.',
    },
    unit: 'share',
    exclusions: {
      id: 'Bukan wewenang, duplikat dan arsip tidak dihitung.',
      en: 'Not our mandate, duplicates and archived ones do not count.',
    },
    source: 'KemenPANRB 2018; Cilegon Juare',
  },
};
