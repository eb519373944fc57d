import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { type AuditVerdict, auditVerdictSchema } from '@shared/protocol/audit';
import { errorBodySchema } from '@shared/protocol/errors';

import { readAccessTokens } from '../access/access-tokens';
import { exportAudit } from '../audit/export-audit';
import { verifyAudit } from '../audit/verify-audit';
import type { Clock } from '../clock';
import { UsageError } from '../intake/usage-error';
import { silentLog } from '../log';
import { recordAct } from '../operations/record-act';
import { StartError } from '../start-error';
import { describeRunning } from '../store/data-directory';
import { openStore } from '../store/open-store';

/** The audit trail of a database, whether a dashboard runs on it or not. */
export interface AuditService {
  verify(): Promise<AuditVerdict>;
  /** As CSV, in pieces. */
  export(): AsyncIterable<string | Uint8Array>;
  close(): Promise<void>;
}

interface AuditServiceOptions {
  dataDir: string;
  /** Null: the database in the data directory. */
  databaseUrl: string | null;
  appRoot: string;
  clock: Clock;
}

/**
 * The embedded database belongs to one process: where a dashboard has it, the dashboard is asked.
 * @throws UsageError where there is none, or the dashboard is still starting
 */
export async function openAuditService(options: AuditServiceOptions): Promise<AuditService> {
  const { dataDir, databaseUrl } = options;
  if (databaseUrl !== null) return openHere(options);
  if (!existsSync(dataDir)) throw new UsageError(`There is no data directory ${dataDir}.`);
  const running = await describeRunning(dataDir);
  if (running === null) return openHere(options);
  if (running.url === null)
    throw new UsageError(
      `The dashboard on ${dataDir} (process ${running.pid}) is still starting. Try again in a moment.`,
    );
  return askRunning(running.url, readAccessTokens(dataDir).integration);
}

async function openHere(options: AuditServiceOptions): Promise<AuditService> {
  const { dataDir, databaseUrl, appRoot, clock } = options;
  const store = await openStore({
    // A database of its own server is nobody's alone.
    dataDir: databaseUrl === null ? dataDir : null,
    databaseUrl,
    clock,
    log: silentLog,
    emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
  });
  return {
    verify: () => verifyAudit(store.db),
    async *export() {
      await recordAct(
        { store, clock },
        {
          actor: { id: 'audit', role: null },
          action: 'audit.export',
          subject: null,
          outcome: 'done',
          details: {},
        },
      );
      yield* exportAudit(store.db, {});
    },
    close: () => store.close(),
  };
}

function askRunning(url: string, token: string): AuditService {
  const ask = async (path: string): Promise<Response> => {
    const response = await fetch(new URL(`/api/v1/audit/${path}`, url), {
      headers: { authorization: `Bearer ${token}` },
    });
    if (response.ok) return response;
    const refusal = errorBodySchema.safeParse(await response.json().catch(() => null));
    throw new StartError(
      `The dashboard at ${url} refused: ${refusal.success ? refusal.data.message : String(response.status)}`,
    );
  };
  return {
    verify: async () => auditVerdictSchema.parse(await (await ask('verify')).json()),
    async *export() {
      const { body } = await ask('export.csv');
      if (body !== null) yield* body;
    },
    close: () => Promise.resolve(),
  };
}
