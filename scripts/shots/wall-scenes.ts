import type { SettingsChange } from '../../src/shared/ipc/bridge';
import type { WallScene } from '../../src/shared/ipc/place';
import { DEFAULT_WALL_SETTINGS, type WallSettings } from '../../src/shared/ipc/wall-settings';
import type { LaunchedApp } from '../electron/launch';
import { postCritical, postMany } from './post-incidents';
import { type Scene, settle, signalBackend } from './scene';

const lit = (light: WallSettings['light'], language: 'id' | 'en' = 'id'): SettingsChange => ({
  theme: 'dark',
  language,
  wall: { ...DEFAULT_WALL_SETTINGS, light, isMuted: true },
});

/** Turns the window into a wall; the empty city needs no time to settle. */
const onWall =
  (scene: WallScene, isQuiet = false) =>
  async (launched: LaunchedApp): Promise<void> => {
    await launched.page.evaluate((path) => history.pushState(null, '', path), `/dinding/${scene}`);
    if (isQuiet) await launched.page.waitForTimeout(3_000);
    else await settle(launched);
  };

/** The wall: every scene at night, by day, large, upright, and in each of its states. */
export const wallScenes: readonly Scene[] = [
  {
    name: 'dinding-peta',
    profile: 'demo',
    settings: lit('night'),
    arrange: onWall('peta-langsung'),
  },
  { name: 'dinding-unit', profile: 'demo', settings: lit('night'), arrange: onWall('status-unit') },
  {
    name: 'dinding-aduan',
    profile: 'demo',
    settings: lit('night'),
    arrange: onWall('aduan-kecamatan'),
  },
  {
    name: 'dinding-peta-siang',
    profile: 'demo',
    settings: lit('day'),
    arrange: onWall('peta-langsung'),
  },
  {
    name: 'dinding-aduan-english',
    profile: 'demo',
    settings: lit('day', 'en'),
    arrange: onWall('aduan-kecamatan'),
  },
  {
    name: 'dinding-peta-3840x2160',
    profile: 'demo',
    size: '3840x2160',
    settings: lit('night'),
    arrange: onWall('peta-langsung'),
  },
  {
    name: 'dinding-unit-1366x768',
    profile: 'demo',
    size: '1366x768',
    settings: lit('night'),
    arrange: onWall('status-unit'),
  },
  {
    name: 'dinding-peta-1080x1920',
    profile: 'demo',
    size: '1080x1920',
    settings: lit('night'),
    arrange: onWall('peta-langsung'),
  },
  {
    name: 'dinding-p1-baru',
    profile: 'demo',
    settings: lit('night'),
    arrange: async (launched) => {
      await onWall('status-unit')(launched);
      await postCritical(launched);
      await launched.page.waitForTimeout(5_000);
    },
  },
  {
    name: 'dinding-kosong',
    profile: 'empty',
    settings: lit('night'),
    arrange: onWall('peta-langsung', true),
  },
  {
    name: 'dinding-luapan',
    profile: 'empty',
    settings: lit('night'),
    arrange: async (launched) => {
      await postMany(launched, 200);
      await onWall('peta-langsung', true)(launched);
    },
  },
  {
    name: 'dinding-basi',
    profile: 'demo',
    settings: lit('night'),
    arrange: async (launched) => {
      await onWall('peta-langsung')(launched);
      await signalBackend(launched, 'SIGSTOP');
      await launched.page.waitForTimeout(6_000);
    },
    tidy: (launched) => signalBackend(launched, 'SIGCONT'),
  },
];
