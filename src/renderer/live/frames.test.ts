import { describe, expect, it } from 'vitest';

import { parseFrame } from './frames';
import { aChange } from './testing/records';

describe('parseFrame', () => {
  it('reads a frame that fits its schema', () => {
    const frame = {
      changes: [aChange(1, { type: 'unit.retired', data: { unitId: 'DMK-01' } })],
      headSeq: 1,
    };
    expect(parseFrame('changes', frame)).toEqual({ kind: 'changes', frame });
  });

  it.each([
    ['changes', { changes: [{ seq: 1, type: 'unit.exploded' }], headSeq: 1 }],
    ['changes', null],
    ['snapshot', { seq: -1 }],
    ['hello', 'hello'],
    ['heartbeat', { serverTime: 'noon', headSeq: 1 }],
    ['positions', { positions: 'none' }],
  ] as const)('is null for a %s frame that does not', (event, raw) => {
    expect(parseFrame(event, raw)).toBeNull();
  });

  it('keeps the good positions of a batch and counts the bad ones', () => {
    const good = ['DMK-01', 106.05, -6.01, null, null, 1];
    const raw = {
      positions: [good, ['DMK-02', 999, -6.01, null, null, 1], null, ['DMK-03', 106.05]],
    };
    expect(parseFrame('positions', raw)).toEqual({
      kind: 'positions',
      positions: [good],
      rejected: 3,
    });
  });
});
