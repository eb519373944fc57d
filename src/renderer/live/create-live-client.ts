import type { Change } from '@shared/protocol/changes';

import { createApi } from './api';
import { createCityLoader } from './city-loader';
import { type Connection, type ConnectionListener, createConnection } from './connection';
import type { ReceivedFrame, StreamFrame } from './frames';
import { createInbox } from './inbox';
import { initialLinkFacts, type LinkEvent, linkStateOf, reduceLink } from './link-state';
import { createLiveStore, writeLink, writePicture } from './live-store';
import type { LinkState, LiveClient } from './model';
import { emptyPicture, type Picture, resumePointOf } from './picture';
import { createPositionStore } from './positions';
import { type Scheduler, systemScheduler } from './scheduler';
import { createServerClock } from './server-clock';
import { createSilenceWatch } from './silence-watch';
import { noteLoss, type Taken, takeFrames } from './take-frames';
import { onWakeUp } from './wake-up';

export interface LiveClientOptions {
  /** Origin of the backend, e.g. `http://127.0.0.1:1120`. */
  url: string;
  token: string;
  scheduler?: Scheduler;
  /** In [0, 1). */
  random?: () => number;
  /**
   * A stopped client of the same city whose backend moved: its last picture stays on screen, and the log is
   * resumed where it stood.
   */
  takeOver?: Pick<LiveClient, 'store' | 'positions'>;
  /** Told of each frame that did not fit its schema; the stream has already been mended. */
  onBadFrame?: (event: string) => void;
}

/** A client of the backend's stream: line, queue, reducer, store and positions put together. Idle until started. */
export function createLiveClient(options: LiveClientOptions): LiveClient {
  const { scheduler = systemScheduler, random = Math.random, takeOver } = options;
  const taken = takeOver?.store.getState();
  let picture: Picture = { ...emptyPicture(), ...pictureTakenOver(takeOver) };
  let facts = initialLinkFacts(
    freshUntilMs(taken?.link, scheduler.nowMs()),
    picture.model !== null,
  );

  const store = createLiveStore(taken, linkStateOf(facts));
  const positions = createPositionStore(scheduler, takeOver?.positions.all());
  const serverClock = createServerClock(scheduler);
  const api = createApi(options.url, options.token);
  const cityLoader = createCityLoader({
    scheduler,
    random,
    fetchCity: api.fetchCity,
    onCity: (city) => {
      // A pack that was taken over is fetched again to be sure; the same one keeps its identity.
      if (JSON.stringify(store.getState().city) !== JSON.stringify(city)) store.setState({ city });
    },
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
    if (mustAsk) connection.askResume(resumePointOf(picture));
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
      connection.retryNow();
    },
  );
  const hear = (serverTime: string): void => {
    silence.restart();
    serverClock.observe(Date.parse(serverTime));
    note({ kind: 'heard', atMs: scheduler.nowMs() });
  };

  // Changes up to the greeting are history: the greeting has named the pack that came of them.
  let greetedSeq = 0;
  const wantNewShapes = (changes: readonly Change[]): void => {
    for (const change of changes) {
      if (change.type === 'city.boundariesChanged' && change.seq > greetedSeq)
        cityLoader.want(change.data.cityHash);
    }
  };

  const receive = (frame: StreamFrame): void => {
    if (frame.kind === 'hello') {
      if (picture.hello !== null && picture.hello.streamId !== frame.hello.streamId)
        positions.clear();
      cityLoader.want(frame.hello.cityHash);
      greetedSeq = frame.hello.headSeq;
      hear(frame.hello.serverTime);
    }
    if (frame.kind === 'heartbeat') hear(frame.heartbeat.serverTime);
    if (frame.kind === 'changes') wantNewShapes(frame.frame.changes);
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
      silence.restart();
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
  const connection: Connection = createConnection({
    url: options.url,
    token: options.token,
    scheduler,
    random,
    resumePoint: () => resumePointOf(picture),
    listener,
  });
  let stopWakeUp: (() => void) | null = null;

  return {
    store,
    positions,
    serverNowMs: serverClock.nowMs,
    fetchIncident: api.fetchIncident,
    fetchKpi: api.fetchKpi,
    fetchKpiCsv: api.fetchKpiCsv,
    start: () => {
      stopWakeUp ??= onWakeUp(() => {
        if (facts.line === 'down') connection.retryNow();
      });
      connection.start();
      cityLoader.prefetch();
    },
    stop: () => {
      stopWakeUp?.();
      stopWakeUp = null;
      connection.stop();
      silence.stop();
      inbox.clear();
      positions.stop();
      cityLoader.stop();
    },
  };
}

function pictureTakenOver(takeOver: LiveClientOptions['takeOver']): Partial<Picture> {
  if (takeOver === undefined) return {};
  const { hello, model, ticker } = takeOver.store.getState();
  if (model === null) return {};
  return { hello, model, ticker, sync: { kind: 'awaiting', want: 'changes', askedAtMs: 0 } };
}

/** Until when the picture that is taken over was fresh. */
function freshUntilMs(link: LinkState | undefined, nowMs: number): number {
  return link?.kind === 'stale' || link?.kind === 'offline' ? link.sinceMs : nowMs;
}
