import { assertNever } from '@shared/assert';
import type { UnitStatusMeaning } from '@shared/domain/unit-status';

import type { IntakeRequest } from '../intake/send-with-retry';
import type { Intent } from './intents';
import { instantOf } from './past-records';

export interface Names {
  /** The backend's id of each record, by the simulator's key. */
  ids: ReadonlyMap<string, string>;
  statusCodes: ReadonlyMap<UnitStatusMeaning, string>;
}

/** @returns null where the record it is about never came into being, or the city has no such status */
export function requestOf(
  intent: Intent,
  { ids, statusCodes }: Names,
): Omit<IntakeRequest, 'key'> | null {
  switch (intent.kind) {
    case 'call':
      return { path: '/calls', body: intent.body };
    case 'open': {
      const callId = intent.callKey === null ? undefined : ids.get(intent.callKey);
      return {
        path: '/incidents',
        body: { ...intent.body, ...(callId !== undefined && { callId }) },
      };
    }
    case 'transition':
      return of(ids.get(intent.key), (id) => ({
        path: `/incidents/${id}/transitions`,
        body: { to: intent.to, at: instantOf(intent.atMs) },
      }));
    case 'dispatch':
      return of(ids.get(intent.key), (id) => ({
        path: `/incidents/${id}/assignments`,
        body: { unitIds: intent.unitIds, at: instantOf(intent.atMs) },
      }));
    case 'unit':
      return of(statusCodes.get(intent.meaning), (statusCode) => ({
        path: `/units/${intent.unitId}/status`,
        body: { statusCode, at: instantOf(intent.atMs) },
      }));
    case 'complaint':
      return { path: '/complaints', body: intent.body };
    case 'complaintStep':
      return of(ids.get(intent.key), (id) => ({
        path: `/complaints/${id}/transitions`,
        body: { to: intent.to, at: instantOf(intent.atMs) },
      }));
    default:
      return assertNever(intent);
  }
}

function of<R>(known: string | undefined, make: (value: string) => R): R | null {
  return known === undefined ? null : make(known);
}
