import type { PositionTuple } from '@shared/protocol/positions';
import { describe, expect, it } from 'vitest';

import { createHistoryThinning } from './history-thinning';

const MINUTE_MS = 60_000;
/** About 11 m on the ground. */
const STEP_DEG = 0.0001;
const at = (unitId: string, steps: number, ms: number): PositionTuple => [
  unitId,
  106.03 + steps * STEP_DEG,
  -6.01,
  null,
  null,
  ms,
];

describe('the thinning of the position history', () => {
  it('keeps the first of each unit', () => {
    const pick = createHistoryThinning();
    const first = [at('DMK-01', 0, 0), at('PSC-01', 0, 0)];
    expect(pick(first)).toEqual(first);
  });

  it('keeps a driving unit about every 25 m, measured from what was kept', () => {
    const pick = createHistoryThinning();
    const drive = Array.from({ length: 10 }, (_, step) => at('DMK-01', step, step * 1_000));
    expect(drive.flatMap((position) => pick([position]))).toEqual(
      [0, 3, 6, 9].map((step) => at('DMK-01', step, step * 1_000)),
    );
  });

  it('keeps a standing unit every ten minutes', () => {
    const pick = createHistoryThinning();
    const stand = Array.from({ length: 25 }, (_, minute) => at('DMK-01', 0, minute * MINUTE_MS));
    expect(stand.flatMap((position) => pick([position])).map(([, , , , , ms]) => ms)).toEqual([
      0,
      10 * MINUTE_MS,
      20 * MINUTE_MS,
    ]);
  });
});
