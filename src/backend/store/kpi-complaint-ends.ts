import { COMPLAINT_STATE_KINDS, COMPLAINT_STATES } from '@shared/domain/complaint';
import { and, gte, inArray, isNotNull, sql } from 'drizzle-orm';

import type { Db } from './database';
import { type KpiWindow } from './kpi-window';
import { complaintSteps } from './schema/complaints';

export const DONE_STATES = COMPLAINT_STATES.filter(
  (state) => COMPLAINT_STATE_KINDS[state] === 'done',
);
const ENDED_STATES = COMPLAINT_STATES.filter((state) => COMPLAINT_STATE_KINDS[state] !== 'open');

/**
 * A complaint's row knows its last end only; those before a reopening are among its steps. One row for
 * each complaint that was reopened since the window began: whether such an end stood at the window's last
 * moment, and when it last was done within the window. Ends that came in by the bulk path are not known.
 */
export function earlierEndsOf(db: Db, { startAt, lastAt }: KpiWindow) {
  const { complaintId, version, toState, at } = complaintSteps;
  const reopened = db
    .select({ id: complaintId })
    .from(complaintSteps)
    // Written out, not as a parameter: the planner takes the partial index only where it sees its condition.
    .where(and(sql`${toState} = 'dibuka_kembali'`, gte(at, startAt)));
  const step = db
    .select({
      complaintId,
      toState,
      at,
      leftAt: sql`lead(${at}) over (partition by ${complaintId} order by ${version})`.as('left_at'),
    })
    .from(complaintSteps)
    .where(inArray(complaintId, reopened))
    .as('step');
  const last = sql`${lastAt}::timestamptz`;
  return db
    .select({
      complaintId: step.complaintId,
      stoodAtLast: sql<boolean>`bool_or(${step.at} <= ${last} and ${step.leftAt} > ${last})`.as(
        'stood_at_last',
      ),
      doneAt:
        sql`max(${step.at}) filter (where ${inArray(step.toState, DONE_STATES)} and ${step.at} between ${startAt}::timestamptz and ${last})`.as(
          'done_at',
        ),
    })
    .from(step)
    .where(and(inArray(step.toState, ENDED_STATES), isNotNull(step.leftAt)))
    .groupBy(step.complaintId)
    .as('earlier');
}
