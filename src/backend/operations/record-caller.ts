import type { CallerData } from '@shared/protocol/caller-data';

import { type CallerSubject, openCaller, sealCaller } from '../personal-data/sealed-caller';
import { SealError } from '../personal-data/sealer';
import type { Db } from '../store/database';
import { savePersonalData, takePersonalData } from '../store/personal-data';
import type { SealedDeps } from './sealed-deps';

/** Keep what is known of a caller, sealed, in the place of what was known before. */
export async function recordCaller(
  { sealer, clock }: Pick<SealedDeps, 'sealer' | 'clock'>,
  db: Db,
  subject: CallerSubject,
  caller: CallerData,
): Promise<void> {
  await savePersonalData(db, {
    subject,
    sealed: sealCaller(sealer, subject, caller),
    keyId: sealer.keyId(),
    recordedAt: clock.now(),
  });
}

/** What a call's record knew of the caller, which is the incident's from now on; null: nothing that can be opened. */
export async function takeCallerOfCall(
  { sealer, log }: Pick<SealedDeps, 'sealer' | 'log'>,
  db: Db,
  callId: string,
): Promise<CallerData | null> {
  const row = await takePersonalData(db, `call:${callId}`);
  if (row === null) return null;
  try {
    return openCaller(sealer, row.subject, row.sealed);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    // Nobody can read it; an incident is opened all the same.
    log.error({ subject: row.subject, keyId: row.keyId }, 'a sealed caller could not be opened');
    return null;
  }
}
