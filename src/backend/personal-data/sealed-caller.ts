import { type CallerData, callerDataSchema } from '@shared/protocol/caller-data';

import type { Sealer } from './sealer';

/** What a caller's data belong to: the incident they were recorded with, or the call. */
export type CallerSubject = `incident:${string}` | `call:${string}`;

export function sealCaller(sealer: Sealer, subject: CallerSubject, caller: CallerData): string {
  return sealer.seal(subject, JSON.stringify(caller));
}

/** @throws SealError */
export function openCaller(sealer: Sealer, subject: string, sealed: string): CallerData {
  return callerDataSchema.parse(JSON.parse(sealer.open(subject, sealed)));
}
