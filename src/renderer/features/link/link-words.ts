import { assertNever } from '@shared/assert';

import type { Translate } from '../../i18n/t';
import type { LinkState } from '../../live/model';
import { formatClock } from '../../ui/format';

/** How the pill is drawn; its words say the same. */
export type LinkTone = 'live' | 'busy' | 'stale' | 'offline';

/** The state of the line in one or two words, and its tone. */
export function linkWords(link: LinkState, t: Translate): { words: string; tone: LinkTone } {
  switch (link.kind) {
    case 'connecting':
      return { words: t('link.connecting'), tone: 'busy' };
    case 'live':
      return { words: t('link.live'), tone: 'live' };
    case 'catching_up':
      return { words: t('link.catchingUp'), tone: 'busy' };
    case 'stale':
      return { words: t('link.stale', { time: formatClock(link.sinceMs) }), tone: 'stale' };
    case 'offline':
      return { words: t('link.offline', { time: formatClock(link.sinceMs) }), tone: 'offline' };
    case 'blocked':
      return { words: t('link.blocked'), tone: 'offline' };
    default:
      return assertNever(link);
  }
}

/** Whether what is on screen may no longer be true. */
export function isOldPicture(link: LinkState): boolean {
  return link.kind === 'stale' || link.kind === 'offline' || link.kind === 'blocked';
}
