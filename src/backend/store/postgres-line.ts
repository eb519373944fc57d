import pg from 'pg';

import type { Log } from '../log';

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5_000;
/** A line that is dead without saying so is found out within this and the time of an answer. */
const PROBE_MS = 5_000;
const ANSWER_TIMEOUT_MS = 4_000;

/** A connection of its own, kept open to hear what other nodes say and to hold locks; made anew when it is lost. */
export interface Line {
  /** @returns the unsubscribe */
  onMessage(listener: (channel: string, text: string) => void): () => void;
  /** Called each time the line is there again; whatever was said meanwhile is lost. @returns the unsubscribe */
  onRestored(listener: () => void): () => void;
  /** Called when it is gone, and with it every lock held on it. @returns the unsubscribe */
  onLost(listener: () => void): () => void;
  /** One query on it; null: there is no line now. */
  ask(text: string, values: unknown[]): Promise<Record<string, unknown>[] | null>;
  close(): Promise<void>;
}

interface Options {
  connection: pg.ClientConfig;
  channels: readonly string[];
  log: Log;
}

export function openLine({ connection, channels, log }: Options): Line {
  const messageListeners = new Set<(channel: string, text: string) => void>();
  const restoredListeners = new Set<() => void>();
  const lostListeners = new Set<() => void>();
  let client: pg.Client | null = null;
  let isClosed = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  function later(work: () => Promise<void>, delayMs: number): void {
    if (!isClosed) timer = setTimeout(() => void work(), delayMs);
  }

  async function open(): Promise<void> {
    const fresh = new pg.Client({ ...connection, query_timeout: ANSWER_TIMEOUT_MS });
    // Once for both: the one follows the other.
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    fresh.on('notification', ({ channel, payload }) => {
      for (const listener of messageListeners) listener(channel, payload ?? '');
    });
    try {
      await fresh.connect();
      for (const channel of channels) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      if (failures === 0) log.warn({ err: error }, 'no line to the other nodes; trying again');
      failures += 1;
      endQuietly(fresh);
      later(open, Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS));
      return;
    }
    if (isClosed) {
      endQuietly(fresh);
      return;
    }
    client = fresh;
    if (failures > 0) log.info({ failures }, 'the line to the other nodes is there again');
    failures = 0;
    for (const listener of restoredListeners) listener();
    later(probe, PROBE_MS);
  }

  function lose(lost: pg.Client): void {
    if (client !== lost) return;
    client = null;
    clearTimeout(timer);
    for (const listener of lostListeners) listener();
    endQuietly(lost);
    later(open, FIRST_RETRY_MS);
  }

  async function probe(): Promise<void> {
    const probed = client;
    if ((await ask('select 1', [])) !== null && client === probed) later(probe, PROBE_MS);
  }

  async function ask(text: string, values: unknown[]): Promise<Record<string, unknown>[] | null> {
    const asked = client;
    if (asked === null) return null;
    try {
      return (await asked.query<Record<string, unknown>>(text, values)).rows;
    } catch (error) {
      log.debug({ err: error }, 'the line to the other nodes does not answer');
      lose(asked);
      return null;
    }
  }

  const opening = open();
  return {
    onMessage: (listener) => subscribe(messageListeners, listener),
    onRestored: (listener) => subscribe(restoredListeners, listener),
    onLost: (listener) => subscribe(lostListeners, listener),
    ask,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await opening;
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** It is given up; how its end goes is nobody's concern. */
function endQuietly(client: pg.Client): void {
  client.end().catch(() => undefined);
}
