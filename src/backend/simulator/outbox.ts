import type { UnitStatusMeaning } from '@shared/domain/unit-status';

import type { IntakeClient } from '../intake/intake-client';
import { type RetryRules, sendWithRetry } from '../intake/send-with-retry';
import { requestOf } from './intent-request';
import type { Intent } from './intents';

export interface Outbox {
  put: (intent: Intent) => void;
  /** Waiting or under way. */
  size(): number;
  /** Sends until the signal ends it. */
  run(): Promise<void>;
  ids: Map<string, string>;
}

interface OutboxOptions {
  client: IntakeClient;
  statusCodes: ReadonlyMap<UnitStatusMeaning, string>;
  /** Makes the idempotency keys of this run differ from those of others. */
  runId: string;
  retry: RetryRules;
  /** Pause after each request: a city that catches up leaves the backend time for its windows. */
  paceMs: number;
  onRefused: (intent: Intent, reason: string) => void;
}

/**
 * One request after the other, in the order in which things happened. It has no bound of its own: whoever
 * fills it looks at `size()` first, so that the simulated world stands still while nobody listens.
 */
export function createOutbox({
  client,
  statusCodes,
  runId,
  retry,
  paceMs,
  onRefused,
}: OutboxOptions): Outbox {
  const waiting: Intent[] = [];
  const ids = new Map<string, string>();
  let wake = (): void => undefined;
  let sent = 0;

  const deliver = async (intent: Intent): Promise<void> => {
    const request = requestOf(intent, { ids, statusCodes });
    if (request === null) return;
    sent += 1;
    const answer = await sendWithRetry(
      client,
      { ...request, key: `${runId}-${String(sent)}` },
      retry,
    );
    if (answer === null) return;
    if (answer.kind === 'refused') {
      onRefused(intent, answer.message);
      // It stands elsewhere than we believe: whoever moved it goes on with it.
      if (intent.kind === 'complaintStep') ids.delete(intent.key);
    } else if (intent.kind === 'call' || intent.kind === 'open' || intent.kind === 'complaint')
      ids.set(intent.key, answer.id);
  };

  return {
    ids,
    size: () => waiting.length,
    put(intent) {
      waiting.push(intent);
      wake();
    },
    async run() {
      retry.signal.addEventListener('abort', () => wake(), { once: true });
      while (!retry.signal.aborted) {
        const [next] = waiting;
        if (next === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const sentBefore = sent;
        await deliver(next);
        // Only now: what is under way still counts as waiting.
        waiting.shift();
        if (sent > sentBefore) await retry.sleep(paceMs, retry.signal);
      }
    },
  };
}
