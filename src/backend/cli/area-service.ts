import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { OfficialBoundaries } from '@shared/domain/boundaries';
import type { CityPack } from '@shared/domain/city-pack';
import {
  type AreaDisagreements,
  areaDisagreementsSchema,
  type RecordKind,
} from '@shared/protocol/areas';
import type { ChangeArea } from '@shared/protocol/commands';
import { type WriteReply, writeReplySchema } from '@shared/protocol/replies';

import { readAccessTokens } from '../access/access-tokens';
import type { Clock } from '../clock';
import { UsageError } from '../intake/usage-error';
import { silentLog } from '../log';
import { changeArea } from '../operations/change-area';
import { changeBoundaries } from '../operations/change-boundaries';
import type { Deps } from '../operations/deps';
import { listAreaDisagreements } from '../operations/list-area-disagreements';
import { readAreasInForce } from '../operations/read-areas-in-force';
import type { Caller } from '../operations/run-write';
import { describeRunning } from '../store/data-directory';
import { openStore } from '../store/open-store';
import { askDashboard } from './ask-dashboard';

/** What the commands about areas do to a data directory, whether a dashboard runs on it or not. */
export interface AreaService {
  /** Whether a running dashboard did it, so that its windows show it at once. */
  isLive: boolean;
  putBoundaries(boundaries: OfficialBoundaries | null): Promise<WriteReply>;
  listDisagreements(): Promise<AreaDisagreements>;
  changeArea(kind: RecordKind, id: string, command: ChangeArea): Promise<WriteReply>;
  close(): Promise<void>;
}

interface AreaServiceOptions {
  dataDir: string;
  /** Null: the database in the data directory. */
  databaseUrl: string | null;
  appRoot: string;
  clock: Clock;
  city: CityPack;
}

/**
 * The embedded database belongs to one process. Where a dashboard has it, the work is asked of the dashboard;
 * else it is done here, by the same operations.
 * @throws UsageError where the dashboard is still starting
 */
export async function openAreaService(options: AreaServiceOptions): Promise<AreaService> {
  const { dataDir } = options;
  const running = existsSync(dataDir) ? await describeRunning(dataDir) : null;
  if (running === null) return openHere(options);
  if (running.url === null)
    throw new UsageError(
      `The dashboard on ${dataDir} (process ${running.pid}) is still starting. Try again in a moment.`,
    );
  return askRunning(running.url, readAccessTokens(dataDir).integration);
}

async function openHere({
  dataDir,
  databaseUrl,
  appRoot,
  clock,
  city,
}: AreaServiceOptions): Promise<AreaService> {
  const store = await openStore({
    // A database of its own server is nobody's alone.
    dataDir: databaseUrl === null ? dataDir : null,
    databaseUrl,
    clock,
    log: silentLog,
    emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
  });
  const areas = await readAreasInForce({ store, city, log: silentLog });
  const deps: Deps = { store, clock, city, areas, log: silentLog };
  const caller: Caller = {
    actor: { kind: 'importer', id: 'areas' },
    principal: null,
    idempotency: null,
  };
  return {
    isLive: false,
    putBoundaries: (boundaries) => changeBoundaries(deps, boundaries, caller),
    listDisagreements: () => listAreaDisagreements(deps),
    changeArea: (kind, id, command) => changeArea(deps, kind, id, command, caller),
    close: () => store.close(),
  };
}

function askRunning(url: string, token: string): AreaService {
  const ask = askDashboard(url, () => token);
  return {
    isLive: true,
    putBoundaries: (boundaries) =>
      boundaries === null
        ? ask('DELETE', '/boundaries', writeReplySchema)
        : ask('PUT', '/boundaries', writeReplySchema, boundaries),
    listDisagreements: () => ask('GET', '/areas/disagreements', areaDisagreementsSchema),
    changeArea: (kind, id, command) =>
      ask('POST', `/${kind}s/${encodeURIComponent(id)}/area`, writeReplySchema, command),
    close: () => Promise.resolve(),
  };
}
