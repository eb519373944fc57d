import { describe, expect, it } from 'vitest';

import {
  initialLinkFacts,
  type LinkEvent,
  linkStateOf,
  OFFLINE_AFTER_MS,
  reduceLink,
} from './link-state';
import type { LinkState } from './model';

const START = 1_000_000;
const trying: LinkEvent = { kind: 'trying' };
const heardAt = (atMs: number): LinkEvent => ({ kind: 'heard', atMs });
const downAt = (atMs: number): LinkEvent => ({ kind: 'down', atMs, retryAtMs: atMs + 250 });
const picture = (hasPicture: boolean, isSynced: boolean): LinkEvent => ({
  kind: 'picture',
  hasPicture,
  isSynced,
});
const liveSince = (atMs: number): LinkEvent[] => [trying, heardAt(atMs), picture(true, true)];

function after(events: readonly LinkEvent[], hasPicture = false): LinkState {
  return linkStateOf(events.reduce(reduceLink, initialLinkFacts(START, hasPicture)));
}

describe('link state', () => {
  it.each<[string, LinkEvent[], LinkState]>([
    ['is connecting before anything happened', [], { kind: 'connecting' }],
    ['is connecting while the first try runs', [trying], { kind: 'connecting' }],
    ['is connecting until there is a picture', [trying, heardAt(START)], { kind: 'connecting' }],
    [
      'is catching up until the picture is whole',
      [trying, heardAt(START), picture(true, false)],
      { kind: 'catching_up' },
    ],
    ['is live with a whole picture', liveSince(START), { kind: 'live' }],
    [
      'catches up again after a gap',
      [...liveSince(START), picture(true, false)],
      { kind: 'catching_up' },
    ],
    [
      'is stale since it was last heard when nothing comes',
      [...liveSince(START), heardAt(START + 900), { kind: 'silent' }],
      { kind: 'stale', sinceMs: START + 900 },
    ],
    [
      'is live again when it is heard again',
      [...liveSince(START), { kind: 'silent' }, heardAt(START + 9_000)],
      { kind: 'live' },
    ],
    [
      'is stale as soon as the line is lost',
      [...liveSince(START), downAt(START + 500)],
      { kind: 'stale', sinceMs: START },
    ],
    [
      'stays stale while it tries again',
      [...liveSince(START), downAt(START + 500), trying],
      { kind: 'stale', sinceMs: START },
    ],
    [
      'is offline when the line stays lost',
      [...liveSince(START), downAt(START + 500), trying, downAt(START + 500 + OFFLINE_AFTER_MS)],
      { kind: 'offline', sinceMs: START, retryAtMs: START + 750 + OFFLINE_AFTER_MS },
    ],
    [
      'names no time of the next try while one runs',
      [...liveSince(START), downAt(START), downAt(START + OFFLINE_AFTER_MS), trying],
      { kind: 'offline', sinceMs: START, retryAtMs: null },
    ],
    [
      'catches up before it is live again',
      [...liveSince(START), downAt(START), trying, heardAt(START + 700)],
      { kind: 'catching_up' },
    ],
    [
      'is offline without a picture when the server stays away',
      [downAt(START), downAt(START + OFFLINE_AFTER_MS)],
      { kind: 'offline', sinceMs: START, retryAtMs: START + 250 + OFFLINE_AFTER_MS },
    ],
    [
      'is blocked for good by a refusal',
      [trying, { kind: 'refused', reason: 'unauthorized' }, picture(true, true)],
      { kind: 'blocked', reason: 'unauthorized' },
    ],
  ])('%s', (_name, events, expected) => {
    expect(after(events)).toEqual(expected);
  });

  it('shows a picture that was taken over as stale until the new server is heard', () => {
    expect(after([trying], true)).toEqual({ kind: 'stale', sinceMs: START });
  });

  it('forgets an earlier loss once the line was up', () => {
    const events = [
      ...liveSince(START),
      downAt(START),
      ...liveSince(START + 60_000),
      downAt(START + 61_000),
    ];
    expect(after(events)).toEqual({ kind: 'stale', sinceMs: START + 60_000 });
  });
});
