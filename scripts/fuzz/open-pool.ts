import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { cityPackSchema } from '@shared/domain/city-pack';
import { z } from 'zod';

import type { Pool } from './fill-marks';
import { followLog } from './follow-log';
import { openSessions } from './open-sessions';
import type { Target } from './start-target';

export interface OpenPool {
  pool: Pool;
  /** Of the pool's tokens: those that open something. */
  tokenNames: string[];
  /** May read every record. */
  readerToken: string;
  city: unknown;
  openApi: unknown;
  /** Sign everyone in again: sessions end, and cases may have ended some. */
  renew: () => Promise<void>;
}

/** Everything the cases of a run need to know of a backend that has just started. */
export async function openPool(target: Target): Promise<OpenPool> {
  const tokens = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(join(target.dataDir, 'access-tokens.json'), 'utf8')));
  const readerToken = tokens['integration'] ?? '';
  const get = async (path: string): Promise<unknown> => {
    const reply = await fetch(`${target.url}${path}`, {
      headers: { authorization: `Bearer ${readerToken}` },
    });
    if (!reply.ok) throw new Error(`GET ${path} answered ${reply.status}: ${await reply.text()}`);
    return reply.json();
  };
  const city = await get('/api/v1/city');
  const sessions = await openSessions(target.url, tokens['window'] ?? '', firstAgencyOf(city));
  const own = { ...tokens, ...(await sessions.signIn()) };
  const { streamId } = await followLog(target.url, readerToken, null);
  const known: Record<string, string> = { ...own, streamId };
  return {
    pool: {
      ids: { incident: [], complaint: [], call: [] },
      tokens: known,
      nowMs: 0,
    },
    tokenNames: Object.keys(own),
    readerToken,
    city,
    openApi: await get('/api/v1/openapi.json'),
    async renew() {
      Object.assign(known, await sessions.signIn());
    },
  };
}

const firstAgencyOf = (city: unknown): string => cityPackSchema.parse(city).agencies[0]?.code ?? '';
