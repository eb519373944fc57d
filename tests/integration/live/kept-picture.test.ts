import type { CityPack } from '@shared/domain/city-pack';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import { createLiveClient } from '../../../src/renderer/live/create-live-client';
import {
  type KeptPicture,
  parseKeptPicture,
  pictureToKeep,
} from '../../../src/renderer/live/kept-picture';
import { modelFromSnapshot } from '../../../src/renderer/live/model-from-snapshot';
import { modelHash } from '../../../src/renderer/live/model-hash';
import { createPictureShelf, type OwnedPicture } from '../../../src/renderer/live/picture-shelf';
import type { Scheduler } from '../../../src/renderer/live/scheduler';
import type { SignedIn } from '../../../src/renderer/live/signed-in';
import { createManualScheduler } from '../../../src/renderer/live/testing/manual-scheduler';
import {
  aComplaint,
  anIncident,
  aSnapshot,
  aUnit,
  T0,
} from '../../../src/renderer/live/testing/records';
import { loadCilegon } from '../../support/cilegon';

const NOW_MS = Date.parse(T0);
const HOUR_MS = 3_600_000;
let city: CityPack;

beforeAll(async () => {
  city = await loadCilegon();
});

function liveClient() {
  const client = createLiveClient();
  const snapshot = aSnapshot({
    incidents: [anIncident()],
    units: [aUnit()],
    complaints: [aComplaint()],
  });
  client.store.setState({
    link: { kind: 'live' },
    hello: {
      streamId: 'log-a',
      serverTime: T0,
      headSeq: snapshot.seq,
      profile: 'empty',
      cityHash: 'hash',
      serverVersion: '0.0.0',
    },
    city,
    model: modelFromSnapshot(snapshot),
  });
  return client;
}

/** What a browser's database makes of it. */
const stored = (picture: KeptPicture | null): unknown => structuredClone(picture);

it('comes back as it was put away', () => {
  const client = liveClient();
  const kept = parseKeptPicture(stored(pictureToKeep(client, NOW_MS)), NOW_MS + HOUR_MS);
  const { model } = client.store.getState();
  expect(kept === null || model === null).toBe(false);
  if (kept === null || model === null) return;
  expect(modelHash(modelFromSnapshot(kept.snapshot))).toBe(modelHash(model));
  expect(kept.city).toEqual(city);
  expect(kept.freshAtMs).toBe(NOW_MS);
});

it('keeps nothing while the picture is not live', () => {
  const client = liveClient();
  client.store.setState({ link: { kind: 'stale', sinceMs: NOW_MS } });
  expect(pictureToKeep(client, NOW_MS)).toBeNull();
});

it.each([
  ['nothing', () => undefined],
  ['another shape', () => ({ seq: 1 })],
  [
    'another version of the protocol',
    (kept: KeptPicture | null) => ({ ...kept, protocolVersion: -1 }),
  ],
  ['an older day', (kept: KeptPicture | null) => ({ ...kept, freshAtMs: NOW_MS - 13 * HOUR_MS })],
  ['the future', (kept: KeptPicture | null) => ({ ...kept, freshAtMs: NOW_MS + HOUR_MS })],
])('does not show %s', (_case, spoil) => {
  const kept = pictureToKeep(liveClient(), NOW_MS);
  expect(parseKeptPicture(kept, NOW_MS)).not.toBeNull();
  expect(parseKeptPicture(spoil(kept), NOW_MS)).toBeNull();
});

describe('the shelf', () => {
  it('gets the picture soon after the client is live, then now and again, until told to stop', () => {
    const scheduler = createManualScheduler(NOW_MS);
    const { shelf, write } = aShelf(scheduler);
    const client = liveClient();
    client.store.setState({ link: { kind: 'catching_up' } });
    const stop = shelf.keep(client, () => SUPERVISOR);
    scheduler.advance(10_000);
    expect(write).not.toHaveBeenCalled();
    client.store.setState({ link: { kind: 'live' } });
    scheduler.advance(3_000);
    scheduler.advance(30_000);
    const keptAtMs = write.mock.calls.map(([{ picture }]) => picture.freshAtMs - NOW_MS);
    expect(keptAtMs).toEqual([12_000, 42_000]);
    stop();
    scheduler.advance(60_000);
    expect(write).toHaveBeenCalledTimes(2);
  });

  it('keeps nothing where nobody is signed in', () => {
    const scheduler = createManualScheduler(NOW_MS);
    const { shelf, write } = aShelf(scheduler);
    shelf.keep(liveClient(), () => null);
    scheduler.advance(60_000);
    expect(write).not.toHaveBeenCalled();
  });

  it('gives a picture to whom it belongs, and throws it away before anybody else', async () => {
    const picture = pictureToKeep(liveClient(), NOW_MS);
    const kept = { owner: SUPERVISOR, picture };
    const theirs = aShelf(createManualScheduler(NOW_MS), kept);
    await expect(theirs.shelf.load(({ principal }) => principal.id === 'user-1')).resolves.toEqual(
      kept,
    );
    expect(theirs.clear).not.toHaveBeenCalled();
    const others = aShelf(createManualScheduler(NOW_MS), kept);
    await expect(others.shelf.load(() => false)).resolves.toBeNull();
    expect(others.clear).toHaveBeenCalledOnce();
  });

  it('starts without a picture, and says why, where it cannot be reached', async () => {
    const onFault = vi.fn();
    const broken = () => Promise.reject(new Error('no database here'));
    const shelf = createPictureShelf(createManualScheduler(NOW_MS), onFault, {
      read: broken,
      write: broken,
      clear: broken,
    });
    await expect(shelf.load(() => true)).resolves.toBeNull();
    expect(onFault).toHaveBeenCalledOnce();
  });
});

const SUPERVISOR: SignedIn = {
  by: 'person',
  principal: { role: 'supervisor', id: 'user-1' },
  displayName: 'Supervisor Contoh',
  mayChooseDemoRole: false,
};

/** A shelf whose place is here. */
function aShelf(scheduler: Scheduler, kept?: unknown) {
  const write = vi.fn((_kept: OwnedPicture) => Promise.resolve());
  const clear = vi.fn(() => Promise.resolve());
  const place = { read: () => Promise.resolve(kept), write, clear };
  return { shelf: createPictureShelf(scheduler, () => undefined, place), write, clear };
}
