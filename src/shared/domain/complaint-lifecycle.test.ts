import { describe, expect, it } from 'vitest';

import { COMPLAINT_STATES, type ComplaintState, isOpenComplaintState } from './complaint';
import {
  COMPLAINT_TRANSITIONS,
  findComplaintTransition,
  isFirstResponse,
  nextComplaintStates,
} from './complaint-lifecycle';

const ALLOWED: Record<ComplaintState, readonly ComplaintState[]> = {
  masuk: ['diverifikasi', 'bukan_wewenang', 'duplikat', 'arsip'],
  diverifikasi: ['didisposisikan', 'bukan_wewenang', 'duplikat', 'arsip'],
  dibuka_kembali: ['didisposisikan', 'bukan_wewenang', 'duplikat', 'arsip'],
  didisposisikan: ['dikoordinasikan', 'diproses', 'didisposisikan', 'bukan_wewenang'],
  dikoordinasikan: ['didisposisikan', 'diproses', 'bukan_wewenang'],
  diproses: ['menunggu_validasi', 'tunda', 'bukan_wewenang'],
  tunda: ['diproses'],
  menunggu_validasi: ['selesai', 'diproses'],
  selesai: ['dibuka_kembali'],
  bukan_wewenang: [],
  duplikat: [],
  arsip: [],
};

const pairs = COMPLAINT_STATES.flatMap((from) => COMPLAINT_STATES.map((to) => ({ from, to })));

describe('the steps of a complaint', () => {
  it.each(pairs)('$from → $to is as drawn', ({ from, to }) => {
    expect(findComplaintTransition(from, to) !== undefined).toBe(ALLOWED[from].includes(to));
  });

  it('are each in the table once, with a performer and a source', () => {
    const keys = COMPLAINT_TRANSITIONS.map(({ from, to }) => `${from} → ${to}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { by, source } of COMPLAINT_TRANSITIONS) {
      expect(by.length).toBeGreaterThan(0);
      expect(source).not.toBe('');
    }
  });

  it('reach every state from masuk, and an end from every open one', () => {
    expect(reachableFrom('masuk')).toEqual(new Set(COMPLAINT_STATES));
    for (const state of COMPLAINT_STATES.filter(isOpenComplaintState)) {
      expect([...reachableFrom(state)].some((reached) => !isOpenComplaintState(reached))).toBe(
        true,
      );
    }
  });

  it('leave an ended state only to open it again', () => {
    const ended = COMPLAINT_STATES.filter((state) => !isOpenComplaintState(state));
    expect(ended.flatMap(nextComplaintStates)).toEqual(['dibuka_kembali']);
  });

  it('count as a first response once somebody took it up', () => {
    expect(COMPLAINT_STATES.filter((state) => !isFirstResponse(state))).toEqual([
      'masuk',
      'diverifikasi',
      'dibuka_kembali',
    ]);
  });
});

function reachableFrom(start: ComplaintState): Set<ComplaintState> {
  const reached = new Set<ComplaintState>([start]);
  for (const state of reached) for (const next of nextComplaintStates(state)) reached.add(next);
  return reached;
}
