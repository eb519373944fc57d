import { type Complaint, isOpenComplaintState } from '@shared/domain/complaint';
import {
  findComplaintTransition,
  isFirstResponse,
  nextComplaintStates,
} from '@shared/domain/complaint-lifecycle';
import type { Performer } from '@shared/domain/incident-lifecycle';
import type { TransitionComplaint } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { AppError, notFound } from '../errors';
import { lockComplaint, saveComplaintProgress } from '../store/complaints';
import { requireOwnComplaint } from './check-binding';
import { instantOfStep } from './check-instant';
import { requireKnown } from './check-known';
import { checkVersion } from './check-version';
import type { Deps } from './deps';
import { performerOf } from './performer';
import { type Caller, runWrite } from './run-write';

/**
 * Take a step of a complaint's lifecycle and append `complaint.transitioned`. `didisposisikan` may name the
 * agency it goes to. The first response is written once; the end is taken back when it is opened again.
 * @throws AppError not_found | forbidden | version_conflict | invalid_transition | validation_failed
 */
export async function transitionComplaint(
  deps: Deps,
  complaintId: string,
  command: TransitionComplaint,
  caller: Caller,
): Promise<WriteReply> {
  const { to, agencyCode } = command;
  checkAgency(deps, command);
  return runWrite(deps, caller, { action: 'complaint.transition', details: { to } }, async (tx) => {
    const locked = await lockComplaint(tx.db, complaintId);
    if (locked === null) throw notFound('complaint', complaintId);
    const { complaint, stateSince } = locked;
    requireOwnComplaint(caller, complaint);
    checkVersion(command.expectedVersion, complaint.version);
    requireTransition(complaint, command, performerOf(caller.actor));
    const at = instantOfStep(deps.clock, command.at, {
      name: `state ${complaint.state} since`,
      at: stateSince,
    });
    const after: Complaint = {
      ...complaint,
      state: to,
      agencyCode: agencyCode ?? complaint.agencyCode,
      firstResponseAt: complaint.firstResponseAt ?? (isFirstResponse(to) ? at : null),
      endedAt: isOpenComplaintState(to) ? null : at,
      version: complaint.version + 1,
    };
    await saveComplaintProgress(tx.db, after, at);
    tx.append(
      {
        type: 'complaint.transitioned',
        data: {
          complaintId: after.id,
          from: complaint.state,
          to,
          at,
          agencyCode: after.agencyCode,
          firstResponseAt: after.firstResponseAt,
          endedAt: after.endedAt,
          version: after.version,
        },
      },
      // Now another agency's to know, and the former's no longer.
      after.agencyCode === complaint.agencyCode ? undefined : after,
    );
    return { id: after.id, replayed: false };
  });
}

function checkAgency({ city }: Deps, { to, agencyCode }: TransitionComplaint): void {
  if (agencyCode === undefined) return;
  if (to !== 'didisposisikan') {
    throw new AppError(
      'validation_failed',
      `agencyCode belongs to a step to didisposisikan, not to ${to}.`,
      {
        field: 'agencyCode',
      },
    );
  }
  requireKnown('agencyCode', agencyCode, city.agencies, ({ code }) => code);
}

function requireTransition(
  complaint: Complaint,
  { to }: TransitionComplaint,
  performer: Performer,
): void {
  const transition = findComplaintTransition(complaint.state, to);
  if (transition?.by.includes(performer) === true) return;
  const allowed = nextComplaintStates(complaint.state);
  const reason =
    transition === undefined
      ? `Complaint ${complaint.number} is ${complaint.state} and cannot become ${to}.`
      : `A step from ${complaint.state} to ${to} is not for ${performer} to take.`;
  const remedy = allowed.length === 0 ? 'It has ended.' : `Possible are ${allowed.join(', ')}.`;
  throw new AppError('invalid_transition', `${reason} ${remedy}`, {
    from: complaint.state,
    to,
    allowed,
  });
}
