import { type AuditNote, appendAudit } from '../audit/append-audit';
import type { Deps } from './deps';

/** Put an act that changes no record into the audit trail: a refusal, or what was taken out. */
export async function recordAct(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  note: Omit<AuditNote, 'recordedAt' | 'seq'>,
): Promise<void> {
  await store.transact({ kind: 'system', id: 'audit' }, (tx) =>
    appendAudit(tx, { ...note, recordedAt: clock.now(), seq: null }),
  );
}
