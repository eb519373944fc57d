import type { Messages } from '../messages';

export const overview = {
  'overview.title': { id: 'Hari ini', en: 'Today' },
  'overview.day': { id: '{day}, sejak 00.00 WIB', en: '{day}, since 00:00 WIB' },
  'overview.calls': { id: 'Panggilan menurut jenis', en: 'Calls by type' },
  'overview.incidents': { id: 'Kejadian menurut kategori', en: 'Incidents by category' },
  'overview.openOf': { id: '{open} terbuka', en: '{open} open' },
  'overview.units': { id: 'Unit menurut ketersediaan', en: 'Units by availability' },
  'overview.complaints': { id: 'Aduan', en: 'Complaints' },
  'overview.complaintsOpen': { id: 'terbuka', en: 'open' },
  'overview.complaintsOverdue': { id: 'lewat tenggat', en: 'overdue' },
  'overview.complaintsReceived': { id: 'masuk hari ini', en: 'received today' },
  'overview.noIncidents': { id: 'Belum ada kejadian hari ini.', en: 'No incidents yet today.' },
  'overview.noUnits': { id: 'Belum ada unit.', en: 'No units yet.' },
  'overview.hint': {
    id: 'Pilih kejadian, unit atau kecamatan untuk melihat rinciannya di sini.',
    en: 'Select an incident, a unit or a district to see its details here.',
  },
} as const satisfies Messages;
