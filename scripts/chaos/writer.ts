import { setTimeout as delay } from 'node:timers/promises';

import { createIntakeClient } from '../../src/backend/intake/intake-client';
import { pause, sendWithRetry } from '../../src/backend/intake/send-with-retry';
import type { Random } from '../../src/backend/simulator/random';
import type { Acknowledged } from './ledger';

export interface Writer {
  /** Done, as far as it was told. */
  readonly acknowledged: readonly Acknowledged[];
  /** Refused for good, in words: none of its requests should be. */
  readonly refused: readonly string[];
  /** Send each request twice at once from now on, or no longer. */
  duplicate(isOn: boolean): void;
  /** @returns whether the request under way was answered in time */
  stop(limitMs: number): Promise<boolean>;
}

interface Options {
  name: string;
  url: string;
  token: string;
  random: Random;
  /** Requests a second, while they are answered. */
  perSecond: number;
  /** An instant that no other write of the run has. */
  nextMarker: () => string;
}

/** A sender waits long for a server that is away; a test of ten seconds cannot. */
const LONGEST_WAIT_MS = 1_000;

/** A good sender: a key for each request, and the same request again until it is answered. */
export function startWriter({ name, url, token, random, perSecond, nextMarker }: Options): Writer {
  const client = createIntakeClient({ url, token });
  const acknowledged: Acknowledged[] = [];
  const refused: string[] = [];
  const stopping = new AbortController();
  const opened = new Set<string>();
  let isDuplicating = false;
  let sent = 0;

  async function send(): Promise<void> {
    const { path, body, marker } = nextRequest();
    sent += 1;
    const request = { path, body, key: `${name}-${String(sent)}` };
    const retry = () =>
      sendWithRetry(client, request, {
        sleep: (ms) => pause(Math.min(ms, LONGEST_WAIT_MS), NEVER),
        signal: NEVER,
      });
    for (const answer of await Promise.all(isDuplicating ? [retry(), retry()] : [retry()])) {
      if (answer?.kind === 'done') {
        acknowledged.push({ id: answer.id, marker });
        if (path === '/incidents') opened.add(answer.id);
      } else if (answer !== null) {
        refused.push(`${path} ${request.key}: ${String(answer.status)} ${answer.message}`);
      }
    }
  }

  function nextRequest(): { path: string; body: object; marker: string } {
    const marker = nextMarker();
    const [incidentId] = random.chance(0.5) ? opened : [];
    if (incidentId !== undefined) {
      opened.delete(incidentId);
      const body = { to: 'verified', at: marker };
      return { path: `/incidents/${incidentId}/transitions`, body, marker };
    }
    const lngLat = [106.05 + random.between(-0.05, 0.05), -6.0 + random.between(-0.05, 0.05)];
    return random.weighted([
      [{ path: '/calls', body: { type: 'prank', receivedAt: marker }, marker }, 6],
      [
        {
          path: '/incidents',
          body: { categoryCode: 'KBK', lngLat, callReceivedAt: marker },
          marker,
        },
        2,
      ],
      [
        {
          path: '/complaints',
          body: {
            categoryCode: 'jalan_rusak',
            channel: 'whatsapp',
            lngLat,
            receivedAt: marker,
          },
          marker,
        },
        2,
      ],
    ]);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await send();
      await pause(random.between(0.5, 1.5) * (1_000 / perSecond), stopping.signal);
    }
  }

  const running = run();
  return {
    acknowledged,
    refused,
    duplicate(isOn) {
      isDuplicating = isOn;
    },
    async stop(limitMs) {
      stopping.abort();
      const isAnswered = running.then(() => true);
      return Promise.race([isAnswered, delay(limitMs, false, { ref: false })]);
    },
  };
}

/** Each request is sent until it is answered, even when the run ends. */
const NEVER = new AbortController().signal;
