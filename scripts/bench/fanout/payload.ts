import type { StoredChange } from '@shared/protocol/changes';

/** Changes of one dispatch, as one transaction commits them: a unit leaves its station for an incident. */
export function dispatchBatch(firstSeq: number, recordedAt: string): StoredChange[] {
  const incidentId = `0197aa11-2f00-7000-8000-${String(firstSeq).padStart(12, '0')}`;
  const unitId = `UJI-${String(firstSeq % 300).padStart(3, '0')}`;
  const common = { recordedAt, actor: { kind: 'operator' as const, id: 'window' } };
  return [
    {
      ...common,
      seq: firstSeq,
      type: 'assignment.dispatched',
      data: {
        assignment: {
          id: `0197aa11-2f00-7000-9000-${String(firstSeq).padStart(12, '0')}`,
          incidentId,
          unitId,
          dispatchedAt: recordedAt,
          enRouteAt: null,
          onSceneAt: null,
          transportingAt: null,
          atHospitalAt: null,
          clearedAt: null,
        },
      },
    },
    {
      ...common,
      seq: firstSeq + 1,
      type: 'unit.statusChanged',
      data: {
        unitId,
        incidentId,
        fromStatusCode: 'SIAGA',
        statusCode: 'TUGAS',
        statusMeaning: 'dispatched',
        statusSince: recordedAt,
        isSos: false,
        version: 2,
      },
    },
    {
      ...common,
      seq: firstSeq + 2,
      type: 'incident.transitioned',
      data: {
        incidentId,
        from: 'acknowledged',
        to: 'dispatched',
        at: recordedAt,
        milestones: {
          callReceivedAt: recordedAt,
          callAnsweredAt: recordedAt,
          verifiedAt: recordedAt,
          forwardedAt: recordedAt,
          acknowledgedAt: recordedAt,
          dispatchedAt: recordedAt,
          enRouteAt: null,
          onSceneAt: null,
          underControlAt: null,
          resolvedAt: null,
          closedAt: null,
        },
        agencyCodes: ['DAMKAR'],
        endedAt: null,
        version: 5,
      },
    },
  ];
}
