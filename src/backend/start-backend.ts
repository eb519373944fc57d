import { join } from 'node:path';

import type { BackendState } from '@shared/ipc/bridge';

import { createToken, readOrCreateAccessTokens } from './access/access-tokens';
import { isLoopbackName } from './access/local-page';
import { machineCredentials, SIMULATOR } from './access/machine-credentials';
import { createBackupSpool } from './backup/spool-backup';
import { openBasemap } from './basemap/open-basemap';
import { createBorder } from './border/border';
import { openLoopbackEntrance } from './border/loopback-entrance';
import { type KeyPair, readTlsFiles, renewCertificate, watchTlsFiles } from './border/tls-files';
import { chooseProfile } from './choose-profile';
import { hashCityPack } from './city-pack/hash-city-pack';
import { loadCityPack } from './city-pack/load-city-pack';
import type { Clock } from './clock';
import type { Config, Profile } from './config';
import { openFacilityLibrary } from './facilities/facility-library';
import { createHealthChecks } from './health/health-checks';
import { openKeyRing } from './keys/key-ring';
import { createRequestHash } from './keys/request-hash';
import { listen } from './listen';
import type { Log } from './log';
import { createMetrics } from './metrics/metrics';
import { openAccounts } from './open-accounts';
import { hasAccounts } from './operations/access/has-accounts';
import { settleKeys } from './operations/access/settle-keys';
import { keepPersonalData } from './operations/keep-personal-data';
import { readAreasInForce, refreshAreasInForce } from './operations/read-areas-in-force';
import { syncCityPack } from './operations/sync-city-pack';
import { createSealer } from './personal-data/sealer';
import { startPositions } from './positions/start-positions';
import { startVeils } from './positions/start-veils';
import { applyRetention } from './retention/apply-retention';
import { runRetention } from './retention/run-retention';
import { prepareDemo } from './simulator/prepare-demo';
import { runDemo } from './simulator/run-demo';
import { startSimulator } from './simulator/run-simulator';
import { claimProfile, readMeta } from './store/meta';
import { openStore, type Store } from './store/open-store';
import { boundariesFirst } from './stream/boundaries-first';
import { startPublisher } from './stream/publisher';
import { storeChangeSource } from './stream/store-change-source';
import { createTeardown, type Teardown } from './teardown';

export interface StartOptions {
  config: Config;
  /** Holds `resources/` and `out/`. */
  appRoot: string;
  version: string;
  clock: Clock;
  log: Log;
  report: (state: BackendState) => void;
  /** For the few lines that whoever started it should read. */
  say: (line: string) => void;
}

export interface RunningBackend {
  /** Where this machine reaches it. */
  url: string;
  port: number;
  /** The window's. */
  token: string;
  profile: Profile;
  /** For the first account of a server that has none; null: it has, or needs none. */
  firstAdminCode: string | null;
  /** Ends the stream, finishes requests under way, closes the database. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Start everything, in the order in which one thing needs the other, and undo what was done if a step fails.
 * @throws StartError when only a person can mend the cause
 */
export async function startBackend(options: StartOptions): Promise<RunningBackend> {
  const teardown = createTeardown((error) =>
    options.log.error({ err: error }, 'not closed in order'),
  );
  try {
    return await start(options, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function start(options: StartOptions, teardown: Teardown): Promise<RunningBackend> {
  const { config, appRoot, clock, log, report } = options;
  report({ kind: 'starting', phase: 'database', progress: null });
  // First, because a wrong name in the settings is worth no wait for the database.
  const tls = config.tls && readTlsFiles(config.tls);
  const city = await loadCityPack(config.cityDir);
  // The server's code is read while the database compiles: together they are most of a start.
  const metrics = createMetrics();
  const [opened, { buildApp }] = await Promise.all([
    openStore({
      dataDir: config.dataDir,
      databaseUrl: config.databaseUrl,
      clock,
      log,
      emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
    }),
    import('./app'),
  ]);
  const store: Store = { ...opened, transact: metrics.store.timed(opened.transact) };
  teardown.add(() => store.close());
  const keys = await settleKeys({ store, file: config.keysFile, clock });
  const keyRing = openKeyRing(config.keysFile, clock);
  const sealer = createSealer(() => keyRing.current());
  const { profile, isNew } = await settleProfile(store, config);
  await syncCityPack({ store, clock, city, log }, hashCityPack(city));
  const areas = await readAreasInForce({ store, city, log });
  // The demo city lives within the shapes in force at its start.
  const demoCity = areas.current().city;
  const fillHistory = (onProgress: (fraction: number) => void) =>
    prepareDemo({ store, city: demoCity, clock, log, seed: config.seed, onProgress });
  if (profile === 'demo' && isNew) {
    await store.nodes.inTurn('demo', () =>
      fillHistory((progress) => report({ kind: 'starting', phase: 'history', progress })),
    );
  }

  report({ kind: 'starting', phase: 'listening', progress: null });
  const source = boundariesFirst(storeChangeSource(store), {
    cityHash: () => areas.current().cityHash,
    refresh: () => refreshAreasInForce({ store, city, areas, log }),
  });
  const { streamId, seq } = await source.readHead();
  const positions = await startPositions(store, clock, log);
  teardown.add(() => positions.stop());
  const stopRetention = runRetention(
    () => applyRetention({ db: store.db, clock, log }, config.retention),
    log,
  );
  teardown.add(stopRetention);
  teardown.add(keepPersonalData({ store, sealer, clock, log, days: config.personalDataDays }));
  // Read after the head, so that the publisher's batches bring all that came meanwhile.
  const veils = await startVeils(store, clock, city);
  const publisher = startPublisher({ source, fromSeq: seq, clock, log });
  teardown.add(() => publisher.stop());
  publisher.subscribe((batch) => {
    const changes = batch.map(({ change }) => change);
    positions.knownUnits.apply(changes);
    veils.apply(batch);
    metrics.stream.published(changes, clock.nowMs());
  });

  const facilities = await openFacilityLibrary({
    dataDir: config.dataDir,
    center: city.city.center,
    log,
  });
  const basemap = await openBasemap([config.dataDir, config.cityDir], city.city, log);
  let isStopping = false;
  const tokens = readOrCreateAccessTokens(config.dataDir);
  const simulatorToken = createToken();
  const accounts = await openAccounts({
    store,
    clock,
    log,
    keys,
    credentials: [
      ...machineCredentials(tokens, profile === 'demo'),
      { token: simulatorToken, identity: SIMULATOR },
    ],
    windowToken: tokens.window,
    isDemo: profile === 'demo',
  });
  teardown.add(() => accounts.stop());
  const app = await buildApp({
    store,
    sealer,
    hashRequest: createRequestHash(keyRing.current()),
    clock,
    city,
    areas,
    log,
    accounts,
    positions: positions.hub,
    veils,
    facilities,
    basemap,
    source,
    publisher,
    identity: { streamId, profile, serverVersion: options.version },
    localSession: {
      token: tokens.window,
      // Behind a proxy, whoever comes through it comes from loopback too.
      isEnabled:
        config.localSession &&
        isLoopbackName(config.host) &&
        config.trustedProxies.length === 0 &&
        tls === null,
    },
    border: createBorder(config, clock),
    openBackup: await createBackupSpool({
      db: store.db,
      clock,
      serverVersion: options.version,
      dataDir: config.dataDir,
    }),
    tls,
    trustedProxies: config.trustedProxies,
    metrics,
    connections: () => store.connections(),
    metricsToken: config.metricsToken,
    checkHealth: createHealthChecks({
      isLogReadable: () => publisher.isCurrent(),
      askStore: () => source.readHead(),
      isStopping: () => isStopping,
      clock,
    }),
    rendererDir: join(appRoot, 'out', 'renderer'),
  });
  teardown.add(() => app.close());
  const port = await listen(app, { host: config.host, port: config.port, say: options.say });
  let url = localUrl(config.host, port);
  if (config.tls !== null) {
    const { server } = app;
    const use = (pair: KeyPair) => renewCertificate(server, pair);
    teardown.add(watchTlsFiles({ files: config.tls, use, log }));
    const entrance = await openLoopbackEntrance(server);
    teardown.add(() => entrance.close());
    url = entrance.url;
  }
  store.setUrl(url);
  log.info({ url, profile, headSeq: seq }, 'listening');

  if (profile === 'demo') {
    const { seed, rate } = config;
    const startLive = () =>
      startSimulator({ url, token: simulatorToken, city: demoCity, seed, clock, log, rate });
    const catchUp = isNew ? null : () => fillHistory(() => undefined);
    const live = (signal: AbortSignal) => runDemo({ log, catchUp, startLive }, signal);
    teardown.add(store.nodes.keepUp('demo', live));
  }
  // Undone first: whoever asks is told before anything ends.
  teardown.add(() => {
    isStopping = true;
  });
  report({ kind: 'ready', url, token: tokens.window, wallToken: tokens.wall });
  const needsAdmin = !(await hasAccounts({ store }));
  return {
    url,
    port,
    token: tokens.window,
    profile,
    firstAdminCode: needsAdmin ? (accounts.firstAdminCode?.code ?? null) : null,
    close: () => teardown.run(),
  };
}

/** Is it new, and as which profile does it run. @throws StartError when another one is wanted than it was made with */
async function settleProfile(
  store: Store,
  config: Config,
): Promise<{ profile: Profile; isNew: boolean }> {
  const { profile: wanted, dataDir, databaseUrl } = config;
  const place = databaseUrl === null ? `The data directory ${dataDir}` : 'The database';
  const { profile: recorded } = await readMeta(store.db);
  const profile = chooseProfile({ recorded, wanted, place });
  if (recorded !== null) return { profile, isNew: false };
  if (await claimProfile(store.db, profile)) return { profile, isNew: true };
  // Another node was first.
  return settleProfile(store, config);
}

/** An address that listens on every interface is reached over loopback. */
function localUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
