import type { SessionTokens } from '@shared/protocol/session';

import type { ApiError } from '../../live/api-error';
import { backOffMs } from '../../live/back-off';
import type { Credentials, Renewal } from '../../live/credentials';
import type { Cancel, Scheduler } from '../../live/scheduler';
import { isRefusal } from './gate';

/** The tokens of a session, renewed for as long as the server goes along. */
export interface LivingTokens extends Credentials {
  /** Somebody looks again: renew now what fell due while this machine slept. */
  wakeUp(): void;
  stop(): void;
}

interface Options {
  first: SessionTokens;
  /** Asks for the next pair. @throws ApiError */
  next: (spent: SessionTokens) => Promise<SessionTokens>;
  onNext: (tokens: SessionTokens) => void;
  /** The server gives no more: the session is over. */
  onEnded: (error: ApiError) => void;
  scheduler: Scheduler;
  /** In [0, 1); spreads the renewals of a room that was switched on at the same moment. */
  random: () => number;
  /** The server's clock, Unix ms: this machine's may be wrong. */
  serverNowMs: () => number;
}

/** A token is renewed so long before it expires, and up to half as much again at random. */
const MARGIN_MS = 60_000;
/** However wrong a clock is, a healthy token is not renewed more often. */
const MIN_REST_MS = 15_000;

/** Renew before expiry, at a refusal, and never twice at once: each refresh token is good for one use. */
export function keepTokensAlive(options: Options): LivingTokens {
  const { scheduler, random } = options;
  let tokens = options.first;
  let isStopped = false;
  let attempt = 0;
  let underWay: Promise<Renewal> | null = null;
  let cancelTimer: Cancel | null = null;
  const listeners = new Set<(token: string) => void>();

  const remainingMs = (): number => Date.parse(tokens.expiresAt) - options.serverNowMs();
  const marginMs = MARGIN_MS * (1 + random() / 2);

  const schedule = (delayMs: number): void => {
    cancelTimer?.();
    cancelTimer = scheduler.after(delayMs, () => void renewOnce());
  };
  const settle = (next: SessionTokens): Renewal => {
    tokens = next;
    attempt = 0;
    schedule(Math.max(MIN_REST_MS, remainingMs() - marginMs));
    options.onNext(next);
    for (const listener of listeners) listener(next.accessToken);
    return 'renewed';
  };
  const fail = (error: unknown): Renewal => {
    if (isRefusal(error)) {
      stop();
      options.onEnded(error);
      return 'refused';
    }
    schedule(backOffMs(attempt, random()));
    attempt += 1;
    return 'unreachable';
  };
  const renewOnce = (): Promise<Renewal> => {
    underWay ??= options
      .next(tokens)
      .then(
        (next) => (isStopped ? 'refused' : settle(next)),
        (error: unknown) => (isStopped ? 'refused' : fail(error)),
      )
      .finally(() => {
        underWay = null;
      });
    return underWay;
  };
  const stop = (): void => {
    isStopped = true;
    cancelTimer?.();
    cancelTimer = null;
  };

  schedule(Math.max(MIN_REST_MS, remainingMs() - marginMs));
  return {
    token: () => tokens.accessToken,
    renew: (refused) => {
      if (isStopped) return Promise.resolve('refused');
      return refused === tokens.accessToken ? renewOnce() : Promise.resolve('renewed');
    },
    onRenewed: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wakeUp: () => {
      if (!isStopped && remainingMs() < marginMs) void renewOnce();
    },
    stop,
  };
}
