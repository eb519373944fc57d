import { describe, expect, it } from 'vitest';

import { aCall, aChange, anAssignment } from './testing/records';
import { extendTicker, TICKER_LENGTH } from './ticker';

const retired = (seq: number) => aChange(seq, { type: 'unit.retired', data: { unitId: 'DMK-01' } });
const seqs = (count: number, from = 1): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

describe('ticker', () => {
  it('puts the newest first', () => {
    expect(extendTicker([retired(1)], [retired(2), retired(3)]).map(({ seq }) => seq)).toEqual([
      3, 2, 1,
    ]);
  });

  it('is bounded, however much comes at once', () => {
    const lines = extendTicker(
      extendTicker([], [retired(1)]),
      seqs(TICKER_LENGTH + 50, 2).map(retired),
    );
    expect(lines).toHaveLength(TICKER_LENGTH);
    expect(lines[0]?.seq).toBe(TICKER_LENGTH + 51);
  });

  it('leaves out what only repeats another change, and calls that are none', () => {
    const noise = [
      aChange(1, { type: 'assignment.progressed', data: { assignment: anAssignment() } }),
      aChange(2, { type: 'call.recorded', data: { call: aCall({ type: 'prank' }) } }),
    ];
    expect(extendTicker([], noise)).toEqual([]);
    expect(
      extendTicker([], [aChange(3, { type: 'call.recorded', data: { call: aCall() } })]),
    ).toHaveLength(1);
  });

  it('stays the same list when nothing worth a line came', () => {
    const ticker = extendTicker([], [retired(1)]);
    expect(extendTicker(ticker, [])).toBe(ticker);
  });
});
