import { randomUUID } from 'node:crypto';

import { invariant } from '@shared/assert';
import type { Call } from '@shared/domain/call';
import type { Instant } from '@shared/domain/time';
import type { RecordCall } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { findCallIdByProvenance, insertCall } from '../store/calls';
import { withOwnProvenance } from './check-binding';
import { refuseBefore, refuseFuture } from './check-instant';
import type { Deps } from './deps';
import { recordCaller } from './record-caller';
import { type Caller, runWrite } from './run-write';
import type { SealedDeps } from './sealed-deps';

/**
 * Record a call to 112 and append `call.recorded`. The same source and external id again is a replay.
 * @throws AppError forbidden | validation_failed where its times are in the future or out of order
 */
export async function recordCall(
  deps: SealedDeps,
  wish: RecordCall,
  caller: Caller,
): Promise<WriteReply> {
  const command = withOwnProvenance(wish, caller);
  const call: Call = {
    id: randomUUID(),
    type: command.type,
    receivedAt: command.receivedAt ?? deps.clock.now(),
    answeredAt: command.answeredAt ?? null,
    endedAt: command.endedAt ?? null,
    incidentId: null,
    provenance: command.provenance ?? null,
  };
  checkTimes(deps, call);
  return runWrite(deps, caller, { action: 'call.record' }, async (tx) => {
    if (!(await insertCall(tx.db, call))) {
      invariant(call.provenance, 'only a provenance can be there already');
      const id = await findCallIdByProvenance(tx.db, call.provenance);
      invariant(id !== null, 'the call that was in the way is there');
      return { id, replayed: true };
    }
    tx.append({ type: 'call.recorded', data: { call } });
    if (command.caller !== undefined)
      await recordCaller(deps, tx.db, `call:${call.id}`, command.caller);
    return { id: call.id, replayed: false };
  });
}

function checkTimes({ clock }: Deps, call: Call): void {
  let earlier: { name: string; at: Instant } | null = null;
  for (const name of ['receivedAt', 'answeredAt', 'endedAt'] as const) {
    const at = call[name];
    if (at === null) continue;
    refuseFuture(clock, name, at);
    refuseBefore(name, at, earlier);
    earlier = { name, at };
  }
}
