import type { KpiBucket } from '@shared/protocol/kpi';

import type { MessageKey } from '../../i18n/t';

/** How wide a point of a trend is, in words. */
export const BUCKET_WORDS = {
  hour: 'kpi.perHour',
  day: 'kpi.perDay',
  week: 'kpi.perWeek',
} as const satisfies Record<KpiBucket, MessageKey>;
