import type { Messages } from '../messages';

export const common = {
  'common.unknown': { id: 'tidak diketahui', en: 'unknown' },
  'common.outsideCity': { id: 'Luar kota', en: 'Outside the city' },
  'common.outsideCityAt': { id: 'Luar kota: {place}', en: 'Outside the city: {place}' },
  'common.areaUnknown': { id: 'Wilayah tidak diketahui', en: 'Area unknown' },
  'common.kelurahan': { id: 'Kel. {name}', en: '{name} village' },
  'common.kecamatan': { id: 'Kec. {name}', en: '{name} district' },
  'common.retry': { id: 'Coba lagi', en: 'Try again' },
  'common.close': { id: 'Tutup panel', en: 'Close panel' },
  'common.panelStopped': {
    id: 'Panel ini berhenti; yang lain jalan.',
    en: 'This panel stopped; the others go on.',
  },
  'common.panelReported': {
    id: 'Galatnya sudah dicatat. Data di panel lain tetap benar.',
    en: 'The fault has been recorded. The data in other panels stay correct.',
  },
  'common.loading': { id: 'Memuat…', en: 'Loading…' },
} as const satisfies Messages;
