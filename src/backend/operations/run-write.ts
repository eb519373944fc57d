import type { Principal } from '@shared/domain/access';
import type { Actor } from '@shared/protocol/changes';
import type { WriteReply } from '@shared/protocol/replies';

import { AppError } from '../errors';
import { readHead } from '../store/change-log';
import {
  claimIdempotencyKey,
  type IdempotencyClaim,
  saveIdempotentReply,
} from '../store/idempotency-keys';
import type { Tx } from '../store/transact';
import { type Act, auditWrite } from './audit-write';
import type { Deps } from './deps';

/** Who asks for a write, and under which key of theirs it must not happen twice. */
export interface Caller {
  actor: Actor;
  /** As whom they are signed in; null: part of the server itself, or a tool on it, bound to nothing. */
  principal: Principal | null;
  /** `requestHash` tells another request under the same key from a retry. */
  idempotency: { key: string; requestHash: string } | null;
}

export interface Done {
  /** Of the record it concerns. */
  id: string;
  /** True where it was so already; nothing was appended then. */
  replayed: boolean;
}

/**
 * Run an operation's work in one transaction, which also keeps its reply under the caller's key: a retry
 * gets the reply of the first request, even where the two run at once or a crash lies between. What a person
 * does is put into the audit trail with it.
 * @throws AppError idempotency_conflict, and whatever `work` throws
 */
export async function runWrite(
  deps: Deps,
  caller: Caller,
  act: Act,
  work: (tx: Tx) => Promise<Done>,
): Promise<WriteReply> {
  const claim = caller.idempotency && { actorId: caller.actor.id, ...caller.idempotency };
  const { result, changes } = await deps.store.transact(
    caller.actor,
    async (tx): Promise<WriteReply> => {
      const earlier = claim && (await claimOrReplay(deps, tx, claim));
      if (earlier) return earlier;
      const done = await work(tx);
      // Where nothing is appended, the log up to its head already holds what was asked for.
      return { ...done, seq: done.replayed ? (await readHead(tx.db)).seq : 0 };
    },
    async (tx, outcome) => {
      if (outcome.result.replayed) return;
      const reply = replyOf(outcome);
      if (claim) await saveIdempotentReply(tx.db, claim, reply);
      await auditWrite(deps, tx, { actor: caller.actor, act, reply });
    },
  );
  return replyOf({ result, changes });
}

const replyOf = ({
  result,
  changes,
}: {
  result: WriteReply;
  changes: readonly { seq: number }[];
}): WriteReply => ({
  ...result,
  seq: changes.at(-1)?.seq ?? result.seq,
});

async function claimOrReplay(
  { clock }: Deps,
  tx: Tx,
  claim: IdempotencyClaim,
): Promise<WriteReply | null> {
  const claimed = await claimIdempotencyKey(tx.db, claim, clock.now());
  switch (claimed.kind) {
    case 'claimed':
      return null;
    case 'done':
      return { ...claimed.reply, replayed: true };
    case 'conflict':
      throw new AppError(
        'idempotency_conflict',
        `The Idempotency-Key ${claim.key} was used for another request. Send a new key with a new request.`,
      );
  }
}
