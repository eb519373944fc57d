import type { Change } from '@shared/protocol/changes';
import { describe, expect, it } from 'vitest';

import { applyChanges } from './apply-changes';
import type { LiveModel } from './model';
import { modelFromSnapshot } from './model-from-snapshot';
import {
  aCall,
  aChange,
  aComplaint,
  anAssignment,
  anIncident,
  aSnapshot,
  aUnit,
  NO_MILESTONES,
} from './testing/records';

const empty = modelFromSnapshot(aSnapshot());
const LATER = '2026-11-26T07:30:00.000Z';

function applied(model: LiveModel, changes: readonly Change[]): LiveModel {
  const result = applyChanges(model, changes);
  expect(result.kind).toBe('applied');
  return result.model;
}

describe('order', () => {
  const opened = aChange(1, { type: 'incident.opened', data: { incident: anIncident() } });

  it('applies the next change and moves to its seq', () => {
    const model = applied(empty, [opened]);
    expect(model.seq).toBe(1);
    expect(model.incidents.get('incident-1')).toEqual(anIncident());
  });

  it('skips what it already has and gives the same model back', () => {
    const model = applied(empty, [opened]);
    expect(applied(model, [opened, opened])).toBe(model);
  });

  it('stops at a gap with everything before it applied', () => {
    const third = aChange(3, { type: 'unit.registered', data: { unit: aUnit() } });
    const result = applyChanges(empty, [opened, third]);
    expect(result).toMatchObject({ kind: 'gap', expected: 2, got: 3, model: { seq: 1 } });
    expect(result.model.units.size).toBe(0);
  });

  it('asks for a snapshot when history was imported', () => {
    const data = { importId: 'i', source: 's', calls: 1, incidents: 0, complaints: 0 };
    expect(
      applyChanges(empty, [opened, aChange(2, { type: 'history.imported', data })]),
    ).toMatchObject({
      kind: 'needs_snapshot',
      model: { seq: 1 },
    });
  });

  it('never edits the model it was given, and leaves untouched collections as they are', () => {
    const model = applied(empty, [opened]);
    const next = applied(model, [aChange(2, { type: 'unit.registered', data: { unit: aUnit() } })]);
    expect(model.units.size).toBe(0);
    expect(next.incidents).toBe(model.incidents);
    expect(next.complaints).toBe(model.complaints);
  });
});

describe('facts', () => {
  it('counts calls by the WIB day they were received on', () => {
    const model = applied(empty, [
      aChange(1, {
        type: 'call.recorded',
        data: { call: aCall({ type: 'prank', receivedAt: '2026-11-24T16:59:59.000Z' }) },
      }),
      aChange(2, {
        type: 'call.recorded',
        data: { call: aCall({ type: 'prank', receivedAt: '2026-11-24T17:00:00.000Z' }) },
      }),
      aChange(3, { type: 'call.linked', data: { callId: 'call-1', incidentId: 'incident-1' } }),
    ]);
    expect(model.callTallies['2026-11-24']?.prank).toBe(1);
    expect(model.callTallies['2026-11-25']?.prank).toBe(1);
  });

  it('takes a transition’s facts and keeps the rest of the incident', () => {
    const model = applied(empty, [
      aChange(1, {
        type: 'incident.opened',
        data: { incident: anIncident({ categoryCode: 'MED' }) },
      }),
      aChange(2, {
        type: 'incident.transitioned',
        data: {
          incidentId: 'incident-1',
          from: 'received',
          to: 'verified',
          at: '2026-11-24T07:01:00.000Z',
          milestones: { ...NO_MILESTONES, verifiedAt: '2026-11-24T07:01:00.000Z' },
          agencyCodes: ['DAMKAR'],
          endedAt: null,
          version: 2,
        },
      }),
      aChange(3, {
        type: 'incident.noteAdded',
        data: { incidentId: 'incident-1', noteId: 'n', noteCount: 1, version: 3 },
      }),
    ]);
    expect(model.incidents.get('incident-1')).toMatchObject({
      categoryCode: 'MED',
      state: 'verified',
      agencyCodes: ['DAMKAR'],
      noteCount: 1,
      version: 3,
    });
  });

  it('keeps assignments by id and follows the unit’s status', () => {
    const model = applied(empty, [
      aChange(1, { type: 'unit.registered', data: { unit: aUnit() } }),
      aChange(2, { type: 'incident.opened', data: { incident: anIncident() } }),
      aChange(3, { type: 'assignment.dispatched', data: { assignment: anAssignment() } }),
      aChange(4, {
        type: 'unit.statusChanged',
        data: {
          unitId: 'DMK-01',
          incidentId: 'incident-1',
          fromStatusCode: 'SIAGA',
          statusCode: 'TUGAS',
          statusMeaning: 'dispatched',
          statusSince: '2026-11-24T07:02:00.000Z',
          isSos: true,
          version: 2,
        },
      }),
      aChange(5, {
        type: 'assignment.cleared',
        data: { assignment: anAssignment({ clearedAt: '2026-11-24T08:00:00.000Z' }) },
      }),
    ]);
    expect(model.units.get('DMK-01')).toMatchObject({
      statusCode: 'TUGAS',
      isSos: true,
      version: 2,
      kind: 'fire_engine',
    });
    expect(model.assignments.get('assignment-1')?.clearedAt).toBe('2026-11-24T08:00:00.000Z');
    expect(
      applied(model, [aChange(6, { type: 'unit.retired', data: { unitId: 'DMK-01' } })]).units.size,
    ).toBe(0);
  });
});

describe('horizon', () => {
  const ended = anIncident({ state: 'closed', endedAt: '2026-11-24T07:00:00.000Z' });
  const full = modelFromSnapshot(
    aSnapshot({
      incidents: [ended, anIncident({ id: 'open' })],
      assignments: [anAssignment(), anAssignment({ id: 'assignment-2', incidentId: 'open' })],
      complaints: [
        aComplaint({ state: 'selesai', endedAt: '2026-11-24T07:00:00.000Z' }),
        aComplaint({ id: 'open' }),
      ],
      callTallies: {
        '2026-11-23': { normal: 1, informasi: 0, prank: 0, ghost: 0, terputus: 0 },
        '2026-11-25': { normal: 2, informasi: 0, prank: 0, ghost: 0, terputus: 0 },
      },
    }),
  );
  const tick = aChange(
    1,
    { type: 'call.linked', data: { callId: 'c', incidentId: 'open' } },
    LATER,
  );

  it('drops what ended before it, with the assignments of dropped incidents and the tallies of past days', () => {
    const model = applied(full, [tick]);
    expect(model.horizonAt).toBe('2026-11-25T01:00:00.000Z');
    expect([...model.incidents.keys()]).toEqual(['open']);
    expect([...model.assignments.keys()]).toEqual(['assignment-2']);
    expect([...model.complaints.keys()]).toEqual(['open']);
    expect(Object.keys(model.callTallies)).toEqual(['2026-11-25']);
  });

  it('keeps a record that ended exactly on it', () => {
    const atHorizon = modelFromSnapshot(
      aSnapshot({
        complaints: [aComplaint({ state: 'selesai', endedAt: '2026-11-25T01:00:00.000Z' })],
      }),
    );
    expect(applied(atHorizon, [tick]).complaints.size).toBe(1);
  });

  it('does not take in a record that arrives long after it ended', () => {
    const late = anIncident({ state: 'closed', endedAt: '2026-11-01T00:00:00.000Z' });
    const model = applied(empty, [
      aChange(1, { type: 'incident.opened', data: { incident: late } }),
    ]);
    expect(model.incidents.size).toBe(0);
  });

  it('ignores changes of records that it has rightly dropped', () => {
    const model = applied(empty, [
      aChange(1, {
        type: 'incident.noteAdded',
        data: { incidentId: 'gone', noteId: 'n', noteCount: 1, version: 9 },
      }),
      aChange(2, {
        type: 'assignment.cleared',
        data: { assignment: anAssignment({ incidentId: 'gone' }) },
      }),
    ]);
    expect(model.incidents.size + model.assignments.size).toBe(0);
  });

  it('asks for a snapshot when a dropped complaint is reopened', () => {
    const reopened = aChange(1, {
      type: 'complaint.transitioned',
      data: {
        complaintId: 'gone',
        from: 'selesai',
        to: 'dibuka_kembali',
        at: '2026-11-24T07:00:00.000Z',
        agencyCode: 'DPUPR',
        firstResponseAt: null,
        endedAt: null,
        version: 7,
      },
    });
    expect(applyChanges(empty, [reopened])).toEqual({ kind: 'needs_snapshot', model: empty });
  });
});
