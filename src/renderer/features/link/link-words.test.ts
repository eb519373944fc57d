import { expect, it } from 'vitest';

import { translate } from '../../i18n/t';
import { linkWords } from './link-words';

const sinceMs = Date.parse('2026-11-24T07:05:01Z');

it.each([
  [{ kind: 'live' }, 'langsung', 'live'],
  [{ kind: 'catching_up' }, 'menyusul', 'busy'],
  [{ kind: 'stale', sinceMs }, 'basi sejak 14:05:01', 'stale'],
  [{ kind: 'offline', sinceMs, retryAtMs: null }, 'luring sejak 14:05:01', 'offline'],
] as const)('%o reads "%s"', (link, words, tone) => {
  expect(linkWords(link, (key, parameters) => translate('id', key, parameters))).toEqual({
    words,
    tone,
  });
});
