import { randomUUID } from 'node:crypto';

import { COMPLAINT_STATES } from '@shared/domain/complaint';
import { findComplaintTransition } from '@shared/domain/complaint-lifecycle';
import { INCIDENT_STATES, isOpenIncidentState } from '@shared/domain/incident';
import { findIncidentTransition, MILESTONE_OF_STATE } from '@shared/domain/incident-lifecycle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readComplaint } from '../../../src/backend/operations/read-complaint';
import { transitionComplaint } from '../../../src/backend/operations/transition-complaint';
import { transitionIncident } from '../../../src/backend/operations/transition-incident';
import { insertComplaint } from '../../../src/backend/store/complaints';
import { findIncident, insertIncident } from '../../../src/backend/store/incidents';
import { buildComplaint, buildIncident } from '../../support/build-records';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';

let backend: TestBackend;
beforeAll(async () => {
  backend = await openTestBackend();
});
afterAll(() => backend.store.close());

const AT = '2026-11-24T02:00:00.000Z';

describe('transitionIncident takes exactly the steps of the table', () => {
  it.each(INCIDENT_STATES)('from %s', async (from) => {
    for (const to of INCIDENT_STATES) {
      const incident = buildIncident({
        state: from,
        endedAt: isOpenIncidentState(from) ? null : AT,
      });
      await insertIncident(backend.store.db, incident, AT);
      const attempt = transitionIncident(backend, incident.id, { to }, callerAs());
      if (findIncidentTransition(from, to)?.by.includes('supervisor') !== true) {
        await expect(attempt).rejects.toMatchObject({
          code: 'invalid_transition',
          details: { from, to },
        });
        expect(await findIncident(backend.store.db, incident.id)).toEqual(incident);
        continue;
      }
      await attempt;
      const milestone = MILESTONE_OF_STATE[to];
      expect(await findIncident(backend.store.db, incident.id)).toMatchObject({
        state: to,
        version: 2,
        endedAt: isOpenIncidentState(to) ? null : AT,
        milestones: milestone === null ? incident.milestones : { [milestone]: AT },
      });
    }
  });
});

describe('transitionComplaint takes exactly the steps of the table', () => {
  it.each(COMPLAINT_STATES)('from %s', async (from) => {
    for (const to of COMPLAINT_STATES) {
      const complaint = buildComplaint({ state: from });
      await insertComplaint(backend.store.db, complaint);
      const attempt = transitionComplaint(backend, complaint.id, { to }, callerAs());
      if (findComplaintTransition(from, to)?.by.includes('supervisor') !== true) {
        await expect(attempt).rejects.toMatchObject({
          code: 'invalid_transition',
          details: { from, to },
        });
        continue;
      }
      await attempt;
      expect(await readComplaint(backend, complaint.id)).toMatchObject({ state: to, version: 2 });
    }
  });
});

describe('who may take a step', () => {
  it('is asked of the table: a unit’s status cannot close an incident', async () => {
    const incident = buildIncident({ id: randomUUID(), state: 'resolved' });
    await insertIncident(backend.store.db, incident, AT);
    const system = callerAs({ kind: 'system', id: 'test' });
    await expect(
      transitionIncident(backend, incident.id, { to: 'closed' }, system),
    ).rejects.toMatchObject({
      code: 'invalid_transition',
      message: expect.stringContaining('system'),
    });
  });
});
