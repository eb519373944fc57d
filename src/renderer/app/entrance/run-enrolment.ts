import type { Enrolment } from '@shared/protocol/displays';
import type { SessionTokens } from '@shared/protocol/session';

import type { EnrolmentApi } from '../../live/enrolment-api';
import type { Cancel, Scheduler } from '../../live/scheduler';
import { isRefusal } from '../session/gate';

export type EnrolmentState =
  | { kind: 'asking' }
  | { kind: 'unreachable' }
  /** Times are the server's, Unix ms. */
  | { kind: 'shown'; code: string; expiresAtMs: number };

interface Options {
  api: EnrolmentApi;
  scheduler: Scheduler;
  onState: (state: EnrolmentState) => void;
  onEnrolled: (tokens: SessionTokens) => void;
}

const CLAIM_EVERY_MS = 2_000;
const RETRY_MS = 5_000;

/** Ask for a code, show it, ask whether somebody has typed it; begin anew when it has expired. @returns the end of it */
export function runEnrolment({ api, scheduler, onState, onEnrolled }: Options): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  let cancel: Cancel = () => undefined;
  const later = (delayMs: number, step: () => Promise<void>): void => {
    if (!signal.aborted) cancel = scheduler.after(delayMs, () => void step());
  };
  const begin = async (): Promise<void> => {
    try {
      const enrolment = await api.begin(signal);
      if (signal.aborted) return;
      const { code, expiresAt } = enrolment;
      onState({ kind: 'shown', code, expiresAtMs: Date.parse(expiresAt) });
      later(CLAIM_EVERY_MS, () => claim(enrolment));
    } catch {
      if (signal.aborted) return;
      onState({ kind: 'unreachable' });
      later(RETRY_MS, begin);
    }
  };
  const claim = async (enrolment: Enrolment): Promise<void> => {
    try {
      const reply = await api.claim(enrolment.claimSecret, signal);
      if (signal.aborted) return;
      if (reply.kind === 'enrolled') onEnrolled(reply.tokens);
      else later(CLAIM_EVERY_MS, () => claim(enrolment));
    } catch (error) {
      if (signal.aborted) return;
      // The server says when a code has expired: clocks may differ.
      if (isRefusal(error)) await begin();
      else later(CLAIM_EVERY_MS, () => claim(enrolment));
    }
  };
  void begin();
  return () => {
    abort.abort();
    cancel();
  };
}
