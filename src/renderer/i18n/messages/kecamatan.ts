import type { Messages } from '../messages';

export const kecamatan = {
  'kecamatan.residents': { id: '{n} jiwa', en: '{n} residents' },
  'kecamatan.area': { id: '{n} km²', en: '{n} km²' },
  'kecamatan.openComplaints': { id: 'aduan terbuka', en: 'open complaints' },
  'kecamatan.perThousand': { id: 'per 1.000 jiwa', en: 'per 1,000 residents' },
  'kecamatan.overdue': { id: 'lewat tenggat', en: 'overdue' },
  'kecamatan.byCategory': { id: 'Aduan per jenis', en: 'Complaints by category' },
  'kecamatan.byAgency': { id: 'Aduan per OPD', en: 'Complaints by agency' },
  'kecamatan.noComplaints': { id: 'Tidak ada aduan terbuka.', en: 'No open complaints.' },
  'kecamatan.openIncidents': { id: 'Kejadian terbuka', en: 'Open incidents' },
  'kecamatan.noIncidents': { id: 'Tidak ada kejadian terbuka.', en: 'No open incidents.' },
  'kecamatan.gone': {
    id: 'Kecamatan ini tidak ada dalam paket kota.',
    en: 'This district is not in the city pack.',
  },
} as const satisfies Messages;
