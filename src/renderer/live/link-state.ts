import { assertNever } from '@shared/assert';

import type { LinkState } from './model';

/** What is known of the line; the state on screen follows from it. Times are Unix ms of this machine. */
export interface LinkFacts {
  line: 'idle' | 'trying' | 'up' | 'down' | 'refused';
  hasPicture: boolean;
  isSynced: boolean;
  /** Connected, and yet nothing is heard. */
  isSilent: boolean;
  /** When the server was last heard; before that, when this client began to try. */
  heardAtMs: number;
  /** First loss since it was last up; null: none. */
  lostAtMs: number | null;
  /** How long it had been lost at the last failed try. */
  lostForMs: number;
  retryAtMs: number | null;
  refusal: 'protocol_mismatch' | 'unauthorized' | null;
}

export type LinkEvent =
  /** Another line is about to be opened: what was said of the former one no longer holds. */
  | { kind: 'idle' }
  | { kind: 'trying' }
  | { kind: 'down'; atMs: number; retryAtMs: number }
  | { kind: 'refused'; reason: 'protocol_mismatch' | 'unauthorized' }
  /** A hello or a heartbeat came. */
  | { kind: 'heard'; atMs: number }
  | { kind: 'silent' }
  | { kind: 'picture'; hasPicture: boolean; isSynced: boolean };

/** A line that comes back sooner leaves the picture merely stale: nobody has to read "luring" for a blink. */
export const OFFLINE_AFTER_MS = 5_000;

/** @param heardAtMs when the picture that is already there was last fresh; else now */
export function initialLinkFacts(heardAtMs: number, hasPicture: boolean): LinkFacts {
  return {
    line: 'idle',
    hasPicture,
    isSynced: false,
    isSilent: false,
    heardAtMs,
    lostAtMs: null,
    lostForMs: 0,
    retryAtMs: null,
    refusal: null,
  };
}

export function reduceLink(facts: LinkFacts, event: LinkEvent): LinkFacts {
  switch (event.kind) {
    case 'idle':
      return { ...facts, line: 'idle', isSynced: false, refusal: null };
    case 'trying':
      return { ...facts, line: 'trying', isSynced: false, retryAtMs: null };
    case 'down': {
      const lostAtMs = facts.lostAtMs ?? event.atMs;
      const lostForMs = event.atMs - lostAtMs;
      return {
        ...facts,
        line: 'down',
        isSynced: false,
        lostAtMs,
        lostForMs,
        retryAtMs: event.retryAtMs,
      };
    }
    case 'refused':
      return { ...facts, line: 'refused', isSynced: false, refusal: event.reason };
    case 'heard':
      return {
        ...facts,
        line: 'up',
        isSilent: false,
        heardAtMs: event.atMs,
        lostAtMs: null,
        lostForMs: 0,
      };
    case 'silent':
      return { ...facts, isSilent: true };
    case 'picture':
      return { ...facts, hasPicture: event.hasPicture, isSynced: event.isSynced };
    default:
      return assertNever(event);
  }
}

/** The one state shown. Without a picture there is nothing that could be stale. */
export function linkStateOf(facts: LinkFacts): LinkState {
  if (facts.refusal !== null) return { kind: 'blocked', reason: facts.refusal };
  const stale: LinkState = facts.hasPicture
    ? { kind: 'stale', sinceMs: facts.heardAtMs }
    : { kind: 'connecting' };
  if (facts.line !== 'up') {
    return facts.lostForMs >= OFFLINE_AFTER_MS
      ? { kind: 'offline', sinceMs: facts.heardAtMs, retryAtMs: facts.retryAtMs }
      : stale;
  }
  if (!facts.hasPicture || facts.isSilent) return stale;
  return facts.isSynced ? { kind: 'live' } : { kind: 'catching_up' };
}
