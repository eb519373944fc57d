import { describe, expect, it } from 'vitest';

import { chooseResume } from './resume';

const head = { streamId: 'log-a', seq: 100 };

describe('chooseResume', () => {
  it.each([
    ['nothing', null, { kind: 'snapshot' }],
    ['another log', { streamId: 'log-b', lastSeq: 100 }, { kind: 'snapshot' }],
    [
      'a seq that the log has not reached',
      { streamId: 'log-a', lastSeq: 101 },
      { kind: 'snapshot' },
    ],
    ['too many changes behind', { streamId: 'log-a', lastSeq: 49 }, { kind: 'snapshot' }],
    [
      'just few enough behind',
      { streamId: 'log-a', lastSeq: 50 },
      { kind: 'changes', afterSeq: 50, missing: 50 },
    ],
    [
      'the head itself',
      { streamId: 'log-a', lastSeq: 100 },
      { kind: 'changes', afterSeq: 100, missing: 0 },
    ],
  ] as const)('answers a client that has %s', (_name, point, expected) => {
    expect(chooseResume(point, head, 50)).toEqual(expected);
  });
});
