import {
  COMPLAINT_STATE_KINDS,
  COMPLAINT_STATES,
  type ComplaintState,
} from '@shared/domain/complaint';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';

import type { Db } from './database';
import { type KpiWindow } from './kpi-window';
import { changes } from './schema/log';

export const DONE_STATES = COMPLAINT_STATES.filter(
  (state) => COMPLAINT_STATE_KINDS[state] === 'done',
);
const ENDED_STATES = COMPLAINT_STATES.filter((state) => COMPLAINT_STATE_KINDS[state] !== 'open');

/**
 * A complaint's row knows its last end only; those before a reopening are in the change log. One row for
 * each complaint that was reopened since the window began: whether such an end stood at the window's last
 * moment, and when it last was done within the window. Ends that came in by the bulk path are not known.
 */
export function earlierEndsOf(db: Db, { startAt, lastAt }: KpiWindow) {
  const at = sql`(${changes.data} ->> 'at')::timestamptz`;
  const reopened = db
    .select({ id: changes.complaintId })
    .from(changes)
    // Written out, not as parameters: the planner takes the partial index only where it sees its condition.
    .where(
      and(sql`${changes.data} ->> 'to' = 'dibuka_kembali'`, sql`${at} >= ${startAt}::timestamptz`),
    );
  const step = db
    .select({
      complaintId: changes.complaintId,
      to: sql<ComplaintState>`${changes.data} ->> 'to'`.as('to_state'),
      at: at.as('entered_at'),
      leftAt:
        sql`lead(${at}) over (partition by ${changes.complaintId} order by ${changes.seq})`.as(
          'left_at',
        ),
    })
    .from(changes)
    .where(and(eq(changes.type, 'complaint.transitioned'), inArray(changes.complaintId, reopened)))
    .as('step');
  const last = sql`${lastAt}::timestamptz`;
  return db
    .select({
      complaintId: step.complaintId,
      stoodAtLast: sql<boolean>`bool_or(${step.at} <= ${last} and ${step.leftAt} > ${last})`.as(
        'stood_at_last',
      ),
      doneAt:
        sql`max(${step.at}) filter (where ${inArray(step.to, DONE_STATES)} and ${step.at} between ${startAt}::timestamptz and ${last})`.as(
          'done_at',
        ),
    })
    .from(step)
    .where(and(inArray(step.to, ENDED_STATES), isNotNull(step.leftAt)))
    .groupBy(step.complaintId)
    .as('earlier');
}
