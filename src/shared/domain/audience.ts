import { z } from 'zod';

import type { Principal } from './access';

/** A group of readers who all get the same bytes. Whoever reads anything belongs to exactly one. */
export const audienceSchema = z.discriminatedUnion('kind', [
  /** Those who handle incidents, and systems of the room: the whole picture. */
  z.object({ kind: z.literal('room') }),
  z.object({ kind: z.literal('opd'), agencyCode: z.string() }),
  z.object({ kind: z.literal('executive') }),
  z.object({ kind: z.literal('display'), displayClass: z.string() }),
]);
export type Audience = z.infer<typeof audienceSchema>;

export function audienceOf(principal: Principal): Audience {
  switch (principal.role) {
    case 'opd':
      return { kind: 'opd', agencyCode: principal.agencyCode };
    case 'executive':
      return { kind: 'executive' };
    case 'display':
      return { kind: 'display', displayClass: principal.displayClass };
    default:
      return { kind: 'room' };
  }
}

/** One word per audience: `room`, `opd:DAMKAR`, `executive`, `display:room`. */
export function audienceKey(audience: Audience): string {
  switch (audience.kind) {
    case 'opd':
      return `opd:${audience.agencyCode}`;
    case 'display':
      return `display:${audience.displayClass}`;
    default:
      return audience.kind;
  }
}

/**
 * Identity of the log as an audience sees it. Another audience is another stream, and so is the same audience
 * under other rules: a client that changes takes a snapshot, so that what was told under one is never mixed with
 * what may be told under the other.
 * @param rules stands for all that decides what is told of a record
 */
export function streamIdFor(logId: string, audience: Audience, rules: string): string {
  return audience.kind === 'room' ? logId : `${logId}/${audienceKey(audience)}/${rules}`;
}
