import type { Messages } from '../messages';

export const common = {
  'common.unknown': { id: 'tidak diketahui', en: 'unknown' },
  'common.outsideCity': { id: 'Luar kota', en: 'Outside the city' },
} as const satisfies Messages;
