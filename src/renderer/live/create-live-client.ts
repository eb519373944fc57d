import type { Change } from '@shared/protocol/changes';

import { type Api, createApi } from './api';
import { ApiError } from './api-error';
import { createCityLoader } from './city-loader';
import { type Connection, type ConnectionListener, createConnection } from './connection';
import { createFacilityKindsLoader } from './facility-kinds-loader';
import type { ReceivedFrame, StreamFrame } from './frames';
import { createInbox } from './inbox';
import type { KeptPicture } from './kept-picture';
import { initialLinkFacts, type LinkEvent, linkStateOf, reduceLink } from './link-state';
import { createLiveStore, writeLink, writePicture } from './live-store';
import type { BackendAddress, LiveClient } from './model';
import { modelFromSnapshot } from './model-from-snapshot';
import { emptyPicture, type Picture, resumePointOf } from './picture';
import { createPositionStore } from './positions';
import { type Scheduler, systemScheduler } from './scheduler';
import { createServerClock } from './server-clock';
import { createSilenceWatch } from './silence-watch';
import { noteLoss, type Taken, takeFrames } from './take-frames';
import { onWakeUp } from './wake-up';

export interface LiveClientOptions {
  scheduler?: Scheduler;
  /** In [0, 1). */
  random?: () => number;
  /** The last picture of an earlier run: on screen, marked as old, until the backend answers. */
  kept?: KeptPicture | null;
  /** Told of each frame that did not fit its schema; the stream has already been mended. */
  onBadFrame?: (event: string) => void;
}

/** A client of the backend's stream: line, queue, reducer, store and positions put together. Idle until connected. */
export function createLiveClient(options: LiveClientOptions = {}): LiveClient {
  const { scheduler = systemScheduler, random = Math.random, kept = null } = options;
  let picture: Picture = kept === null ? emptyPicture() : pictureOfKept(kept);
  let facts = initialLinkFacts(kept?.freshAtMs ?? scheduler.nowMs(), picture.model !== null);

  const store = createLiveStore(picture, kept?.city ?? null, linkStateOf(facts));
  const positions = createPositionStore(scheduler, kept?.snapshot.positions);
  const serverClock = createServerClock(scheduler);
  let line: { address: BackendAddress; api: Api; connection: Connection } | null = null;
  const api = (): Api => {
    if (line === null) throw new ApiError('unavailable', 'The backend is still starting.', null);
    return line.api;
  };
  const cityLoader = createCityLoader({
    scheduler,
    random,
    fetchCity: async (signal) => api().fetchCity(signal),
    onCity: (city) => {
      // A kept pack is fetched again to be sure; the same one keeps its identity.
      if (JSON.stringify(store.getState().city) !== JSON.stringify(city)) store.setState({ city });
    },
  });
  const facilityKinds = createFacilityKindsLoader({
    scheduler,
    random,
    fetchKinds: async (signal) => api().map.fetchFacilityKinds(signal),
    onKinds: (kinds) => store.setState({ facilityKinds: kinds }),
  });

  const note = (event: LinkEvent): void => {
    facts = reduceLink(facts, event);
    writeLink(store, linkStateOf(facts));
  };
  const take = ({ picture: next, mustAsk }: Taken): void => {
    picture = next;
    const isSynced = picture.sync.kind === 'synced';
    facts = reduceLink(facts, { kind: 'picture', hasPicture: picture.model !== null, isSynced });
    writePicture(store, picture, linkStateOf(facts));
    if (mustAsk) line?.connection.askResume(resumePointOf(picture));
  };
  const lose = (): void => {
    take(noteLoss(picture, scheduler.monotonicMs()));
  };
  const inbox = createInbox({
    scheduler,
    deliver: (frames) => {
      take(takeFrames(picture, frames, scheduler.monotonicMs()));
    },
    overflow: lose,
  });
  const silence = createSilenceWatch(
    scheduler,
    () => {
      note({ kind: 'silent' });
    },
    () => {
      line?.connection.retryNow();
    },
  );
  const hear = (sign: 'greeting' | 'heartbeat', serverTime: string): void => {
    silence.restart(sign);
    serverClock.observe(Date.parse(serverTime));
    note({ kind: 'heard', atMs: scheduler.nowMs() });
  };

  // Changes up to the greeting are history: what the greeting leads to is what came of them.
  let greetedSeq = 0;
  const fetchWhatChanged = (changes: readonly Change[]): void => {
    for (const change of changes) {
      if (change.seq <= greetedSeq) continue;
      if (change.type === 'city.boundariesChanged') cityLoader.want(change.data.cityHash);
      if (change.type === 'city.facilitiesChanged') facilityKinds.refresh();
    }
  };

  const receive = (frame: StreamFrame): void => {
    if (frame.kind === 'hello') {
      if (picture.hello !== null && picture.hello.streamId !== frame.hello.streamId)
        positions.clear();
      cityLoader.want(frame.hello.cityHash);
      facilityKinds.refresh();
      greetedSeq = frame.hello.headSeq;
      hear('greeting', frame.hello.serverTime);
    }
    if (frame.kind === 'heartbeat') hear('heartbeat', frame.heartbeat.serverTime);
    if (frame.kind === 'changes') fetchWhatChanged(frame.frame.changes);
    if (frame.kind === 'snapshot') positions.push(frame.snapshot.positions);
    inbox.push(frame);
  };
  const listener: ConnectionListener = {
    onFrame: (frame: ReceivedFrame) => {
      if (frame.kind === 'positions') positions.push(frame.positions);
      else receive(frame);
    },
    onBadFrame: (event) => {
      if (event === 'changes' || event === 'snapshot') lose();
      options.onBadFrame?.(event);
    },
    onConnecting: () => {
      silence.restart('trying');
      note({ kind: 'trying' });
    },
    onDown: (retryAtMs) => {
      silence.stop();
      note({ kind: 'down', atMs: scheduler.nowMs(), retryAtMs });
    },
    onRefused: (reason) => {
      silence.stop();
      note({ kind: 'refused', reason });
    },
  };
  const hangUp = (): void => {
    line?.connection.stop();
    line = null;
    silence.stop();
    inbox.clear();
    cityLoader.stop();
    facilityKinds.stop();
  };
  let stopWakeUp: (() => void) | null = null;

  return {
    store,
    positions,
    serverNowMs: serverClock.nowMs,
    fetchIncident: async (id, signal) => api().fetchIncident(id, signal),
    fetchKpi: async (period, signal) => api().fetchKpi(period, signal),
    fetchKpiCsv: async (period, signal) => api().fetchKpiCsv(period, signal),
    mapApi: () => api().map,
    http: () => api().http,
    connect: (address) => {
      const isSame =
        line?.address.url === address.url && line.address.credentials === address.credentials;
      if (isSame) return;
      hangUp();
      note({ kind: 'idle' });
      const resumePoint = () => resumePointOf(picture);
      const connection = createConnection({ ...address, scheduler, random, resumePoint, listener });
      line = { address, api: createApi(address.url, address.credentials), connection };
      stopWakeUp ??= onWakeUp(() => {
        if (facts.line === 'down') line?.connection.retryNow();
      });
      connection.start();
      cityLoader.prefetch();
    },
    forget: () => {
      hangUp();
      picture = emptyPicture();
      facts = initialLinkFacts(scheduler.nowMs(), false);
      positions.clear();
      store.setState({ facilityKinds: [] });
      writePicture(store, picture, linkStateOf(facts));
    },
    stop: () => {
      stopWakeUp?.();
      stopWakeUp = null;
      hangUp();
      positions.stop();
    },
  };
}

function pictureOfKept({ hello, snapshot, ticker }: KeptPicture): Picture {
  return {
    ...emptyPicture(),
    hello,
    model: modelFromSnapshot(snapshot),
    ticker,
    sync: { kind: 'awaiting', want: 'changes', askedAtMs: 0 },
  };
}
