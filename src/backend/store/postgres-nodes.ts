import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { type SQL, sql } from 'drizzle-orm';

import type { Db } from './database';
import type { Duty, Nodes, Topic } from './nodes';
import type { Line } from './postgres-line';

/** Of commits: tells the others to read the log. */
const COMMITS = 'cc_commits';
const CHANNEL_OF = { positions: 'cc_positions' } as const satisfies Record<Topic, string>;

export const CHANNELS = [COMMITS, ...Object.values(CHANNEL_OF)];

/** Together with the first, a lock's name among those of whoever else uses this database. */
const LOCK_SPACE = 112;
const LOCK_OF = { demo: 1 } as const satisfies Record<Duty, number>;

/** How soon a duty is taken over from a node that is gone. */
const TRY_AGAIN_MS = 1_000;

export interface PostgresNodes extends Nodes {
  /** To be asked for in a transaction: at its commit the others hear of it, before it nobody. */
  announcement: SQL;
  /** Called when another node committed changes, or might have. */
  onForeignCommit(listener: () => void): void;
}

/** The other nodes, over one line and the database's own messages and locks. */
export function createPostgresNodes(db: Db, line: Line): PostgresNodes {
  const id = randomUUID();
  const listeners = new Map<string, Set<(text: string) => void>>();
  line.onMessage((channel, payload) => {
    const sender = payload.slice(0, id.length);
    // The database sends everybody their own words too.
    if (sender === id) return;
    for (const listener of listeners.get(channel) ?? []) listener(payload.slice(id.length));
  });

  function hear(channel: string, listener: (text: string) => void): () => void {
    const heard = listeners.get(channel) ?? new Set();
    listeners.set(channel, heard);
    heard.add(listener);
    return () => void heard.delete(listener);
  }

  const lock = async (duty: Duty): Promise<boolean> => {
    const rows = await line.ask('select pg_try_advisory_lock($1, $2) as is_ours', [
      LOCK_SPACE,
      LOCK_OF[duty],
    ]);
    return rows?.[0]?.['is_ours'] === true;
  };
  const unlock = (duty: Duty) =>
    line.ask('select pg_advisory_unlock($1, $2)', [LOCK_SPACE, LOCK_OF[duty]]);

  return {
    announcement: sql`pg_notify(${COMMITS}, ${id})`,
    onForeignCommit(listener) {
      hear(COMMITS, listener);
      line.onRestored(listener);
    },
    async send(topic, messages) {
      if (messages.length === 0) return;
      const payloads = messages.map((message) => `${id}${message}`);
      // Nobody misses what a crash of the server loses of it, so no commit of it waits for the disk.
      await db.execute(
        sql`select set_config('synchronous_commit', 'off', true), pg_notify(${CHANNEL_OF[topic]}, payload)
          from json_array_elements_text(${JSON.stringify(payloads)}::json) as payload`,
      );
    },
    receive: (topic, listener) => hear(CHANNEL_OF[topic], listener),
    onMissed: (listener) => line.onRestored(listener),
    async inTurn(duty, work) {
      while (!(await lock(duty))) await delay(TRY_AGAIN_MS);
      try {
        return await work();
      } finally {
        await unlock(duty);
      }
    },
    keepUp(duty, work) {
      const stop = new AbortController();
      const keeping = keep(stop.signal);

      async function keep(stopped: AbortSignal): Promise<void> {
        while (!stopped.aborted) {
          if (await lock(duty)) await workWhileOurs(stopped);
          await pause(stopped);
        }
      }

      async function workWhileOurs(stopped: AbortSignal): Promise<void> {
        const lost = new AbortController();
        const stopListening = line.onLost(() => lost.abort());
        const signal = AbortSignal.any([stopped, lost.signal]);
        try {
          // It may have been stopped while it waited for the lock.
          if (!signal.aborted) await work(signal);
          // Done is done: nobody else shall do it again while this node has the duty.
          await ended(signal);
        } finally {
          stopListening();
          await unlock(duty);
        }
      }

      return async () => {
        stop.abort();
        await keeping;
      };
    },
  };
}

const pause = (signal: AbortSignal): Promise<void> =>
  delay(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
