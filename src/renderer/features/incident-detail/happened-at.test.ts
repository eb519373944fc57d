import type { Change } from '@shared/protocol/changes';
import { expect, it } from 'vitest';

import { anIncident, milestones } from '../../app/testing/records';
import { happenedAt, latestFirst, recordedLateAt } from './happened-at';

const actor = { kind: 'operator', id: 'meja-1' } as const;
const incident = anIncident({
  id: '1',
  milestones: milestones({ callReceivedAt: '2026-11-24T02:00:00.000Z' }),
});
const opened: Change = {
  seq: 1,
  recordedAt: '2026-11-24T02:00:40.000Z',
  actor,
  type: 'incident.opened',
  data: { incident },
};
const step = (seq: number, at: string, recordedAt: string): Change => ({
  seq,
  recordedAt,
  actor,
  type: 'incident.transitioned',
  data: {
    incidentId: '1',
    from: 'received',
    to: 'verified',
    at,
    milestones: incident.milestones,
    agencyCodes: [],
    endedAt: null,
    version: 2,
  },
});
const note: Change = {
  seq: 2,
  recordedAt: '2026-11-24T02:05:00.000Z',
  actor,
  type: 'incident.noteAdded',
  data: { incidentId: '1', noteId: 'n', noteCount: 1, version: 2 },
};
const late = step(3, '2026-11-24T02:02:00.000Z', '2026-11-24T02:20:00.000Z');

it('tells when a change happened as reported, and of others when they were recorded', () => {
  expect([opened, note, late].map(happenedAt)).toEqual([
    '2026-11-24T02:00:00.000Z',
    '2026-11-24T02:05:00.000Z',
    '2026-11-24T02:02:00.000Z',
  ]);
});

it('tells the time of recording only where it is a minute or more away', () => {
  expect([opened, note, late].map(recordedLateAt)).toEqual([
    null,
    null,
    '2026-11-24T02:20:00.000Z',
  ]);
});

it('orders by when things happened, the last first', () => {
  expect(latestFirst([opened, note, late]).map(({ seq }) => seq)).toEqual([2, 3, 1]);
});
