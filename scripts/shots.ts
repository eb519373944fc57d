import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { launchApp } from './electron/launch';
import { waitForPicture } from './electron/picture';
import type { Scene } from './shots/scene';
import { scenes } from './shots/scenes';

const USAGE = `npm run shots -- DIR [NAME …]

Takes a picture of every workspace and state in a real Electron window, into DIR. With NAMEs, only those.`;

const PICTURE_LIMIT_MS = 180_000;

async function main(): Promise<void> {
  const [directory, ...names] = process.argv.slice(2);
  if (directory === undefined) throw new Error(USAGE);
  const unknown = names.filter((name) => !scenes.some((scene) => scene.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `No scene ${unknown.join(', ')}. Scenes: ${scenes.map((scene) => scene.name).join(', ')}`,
    );
  }
  await mkdir(directory, { recursive: true });
  // One demo city for all, so that its first filling is paid once.
  const demoDir = await mkdtemp(join(tmpdir(), 'shots-demo-'));
  try {
    for (const scene of scenes) {
      if (names.length > 0 && !names.includes(scene.name)) continue;
      await take(scene, demoDir, resolve(directory, `${scene.name}.png`));
    }
  } finally {
    await rm(demoDir, { recursive: true, force: true });
  }
}

async function take(scene: Scene, demoDir: string, file: string): Promise<void> {
  const emptyDir = scene.profile === 'empty' ? await mkdtemp(join(tmpdir(), 'shots-empty-')) : null;
  const launched = await launchApp({
    dataDir: emptyDir ?? demoDir,
    profile: scene.profile,
    port: 0,
    size: scene.size ?? '1920x1080',
    // Each scene starts at the map, wherever the one before it went.
    env: { CC_WORKSPACE: 'operations', ...scene.env },
  });
  try {
    if (scene.settings !== undefined) {
      await launched.page.evaluate(
        (settings) =>
          (
            globalThis as unknown as {
              commandCenter: import('../src/shared/ipc/bridge').CommandCenterBridge;
            }
          ).commandCenter.changeSettings(settings),
        scene.settings,
      );
      await launched.page.reload();
    }
    if (scene.waitsForPicture ?? true) await waitForPicture(launched.page, PICTURE_LIMIT_MS);
    await scene.arrange?.(launched);
    await launched.page.screenshot({ path: file });
    console.log(`✓ ${file}`);
  } finally {
    await scene.tidy?.(launched);
    await launched.close();
    if (emptyDir !== null) await rm(emptyDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
