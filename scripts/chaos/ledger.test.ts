import type { Change } from '@shared/protocol/changes';
import { describe, expect, it } from 'vitest';

import { checkLedger } from './ledger';

const AT = (minute: number) => `2026-11-24T01:${String(minute).padStart(2, '0')}:00.000Z`;
const call = (seq: number, id: string, receivedAt: string): Change => ({
  seq,
  recordedAt: AT(59),
  actor: { kind: 'integration', id: 'integration' },
  type: 'call.recorded',
  data: {
    call: {
      id,
      type: 'normal',
      receivedAt,
      answeredAt: null,
      endedAt: null,
      incidentId: null,
      provenance: null,
    },
  },
});
const NOTHING = { lost: [], duplicated: [], holes: [] };

describe('checkLedger', () => {
  it('finds nothing where each acknowledged write is there once, and one unacknowledged besides', () => {
    const log = [call(7, 'a', AT(1)), call(8, 'b', AT(2))];
    expect(checkLedger([{ id: 'a', marker: AT(1) }], log)).toEqual(NOTHING);
  });

  it('names an acknowledged write that is not there', () => {
    const { lost } = checkLedger([{ id: 'a', marker: AT(1) }], [call(1, 'b', AT(2))]);
    expect(lost).toEqual([`${AT(1)} a`]);
  });

  it('takes a write that is there under another id for lost', () => {
    const { lost } = checkLedger([{ id: 'a', marker: AT(1) }], [call(1, 'b', AT(1))]);
    expect(lost).toEqual([`${AT(1)} a`]);
  });

  it('names a write that was done twice, acknowledged or not', () => {
    const { duplicated } = checkLedger([], [call(1, 'a', AT(1)), call(2, 'b', AT(1))]);
    expect(duplicated).toEqual([`${AT(1)} a at 1, b at 2`]);
  });

  it('names the first hole', () => {
    const log = [call(1, 'a', AT(1)), call(3, 'b', AT(2)), call(5, 'c', AT(3))];
    expect(checkLedger([], log).holes).toEqual(['before 3']);
  });
});
