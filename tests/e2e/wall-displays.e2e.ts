import { expect, test } from '@playwright/test';

import { letIn } from '../../scripts/electron/let-in';
import { waitForLink } from './support';
import {
  isSleepBlocked,
  openWallRoom,
  pressOn,
  sideBySide,
  type WallRoom,
  windowsOf,
} from './wall-support';

test.skip(process.platform !== 'linux', 'displays that can be unplugged are made with Xorg');

const FULL_HD = { width: 1920, height: 1080 };
const THREE = [FULL_HD, FULL_HD, FULL_HD];
const [LEFT, MIDDLE, RIGHT] = sideBySide(THREE);

const onLeft = { title: 'Dinding — Layar 1', path: '/dinding/peta-langsung', bounds: LEFT };
const onMiddle = { title: 'Dinding — Layar 2', path: '/dinding/status-unit', bounds: MIDDLE };
const onRight = { title: 'Dinding — Layar 3', path: '/dinding/aduan-kecamatan', bounds: RIGHT };

/** A page with a map, in software, beside other work. */
const RESTART_LIMIT_MS = 30_000;

let room: WallRoom;
test.afterEach(() => room.close());

test('three displays show three scenes, each on its own display; one that was unplugged gets its scene back', async () => {
  room = await openWallRoom(THREE);
  let app = await room.launch({ CC_WALL: 'all' });
  await expect.poll(() => windowsOf(app)).toEqual([onLeft, onMiddle, onRight]);
  for (const page of app.app.windows()) await waitForLink(page, 'live');
  expect(await isSleepBlocked(app)).toBe(true);

  await room.displays.unplug(1);
  await expect.poll(() => windowsOf(app)).toEqual([onLeft, onRight]);
  if (MIDDLE !== undefined) await room.displays.plug(1, MIDDLE);
  await expect.poll(() => windowsOf(app)).toEqual([onLeft, onMiddle, onRight]);

  // Nothing is asked for at the next start: what was open is open again.
  await room.quit();
  app = await room.launch();
  await expect.poll(() => windowsOf(app)).toEqual([onLeft, onMiddle, onRight]);
});

test('a wall beside the operations window: on the displays asked for, and closed by Escape', async () => {
  room = await openWallRoom(THREE);
  let app = await room.launch({ CC_WALL: '2=aduan-kecamatan,3' });
  const beside = [
    { ...onMiddle, path: '/dinding/aduan-kecamatan' },
    { ...onRight, path: '/dinding/peta-langsung' },
  ];
  // The operations window is on the display that is left.
  await expect
    .poll(() => windowsOf(app))
    .toEqual([expect.objectContaining({ path: '/operasi' }), ...beside]);

  await pressOn(app, MIDDLE, 'Escape');
  await expect
    .poll(async () => (await windowsOf(app)).map((window) => window.path))
    .toEqual(['/operasi']);
  expect(await isSleepBlocked(app)).toBe(false);

  // A wall that a person closed stays closed; its scenes are remembered for when it is opened again.
  await room.quit();
  app = await room.launch();
  await expect
    .poll(async () => (await windowsOf(app)).map((window) => window.path))
    .toEqual(['/operasi']);
  await letIn(app.page, RESTART_LIMIT_MS);
  await app.page.getByRole('button', { name: 'Dinding' }).click();
  await expect.poll(async () => (await windowsOf(app)).slice(1)).toEqual(beside);
});

test('one display of 3840×2160: the wall alone, its scenes taking turns; a crashed page comes back', async () => {
  room = await openWallRoom([{ width: 3840, height: 2160 }]);
  const app = await room.launch({ CC_WALL: 'all' });
  const only = {
    title: 'Dinding — Layar 1',
    path: '/dinding',
    bounds: { x: 0, y: 0, width: 3840, height: 2160 },
  };
  await expect.poll(() => windowsOf(app)).toEqual([only]);
  await waitForLink(app.page, 'live');

  await app.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return;
    const hasLoadedAgain = new Promise((resolve) => {
      contents.once('did-finish-load', () => resolve(undefined));
    });
    contents.forcefullyCrashRenderer();
    await hasLoadedAgain;
  });
  await expect
    .poll(
      () =>
        app.app.evaluate(async ({ BrowserWindow }) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          const link = 'globalThis.commandCenterDiagnostics?.link()';
          return (await contents?.executeJavaScript(link)) as string;
        }),
      { timeout: RESTART_LIMIT_MS },
    )
    .toBe('live');

  // The display gets another resolution: the window follows.
  await room.displays.plug(0, { x: 0, y: 0, width: 1920, height: 1080 });
  await expect
    .poll(() => windowsOf(app))
    .toEqual([{ ...only, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }]);
});
