import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startDisplayServer } from '../setup/launch-environment.mjs';
import { lastLines, runCommand } from '../setup/run-command.mjs';
import { dummyXorgConfig, modeLine } from './dummy-xorg';

const XRANDR_LIMIT_MS = 10_000;

export interface DisplayBounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Displays that can be plugged in and out while windows are on them. */
export interface Displays {
  /** Value for DISPLAY, e.g. ":7". */
  display: string;
  /** Switch an output on with this mode at this place; the first output is 0. */
  plug(output: number, bounds: DisplayBounds): Promise<void>;
  unplug(output: number): Promise<void>;
  /** Ends this X server and no other. */
  stop(): Promise<void>;
}

/**
 * Start an X server of our own on a free display number, whose outputs are as real as a monitor to everyone who
 * asks RandR: Xorg with its dummy driver. No window manager runs in it.
 * @param bounds of the outputs that are on at first, from output 0 on
 * @throws Error when Xorg or xrandr is missing or fails
 */
export async function startDisplays(bounds: readonly DisplayBounds[]): Promise<Displays> {
  const directory = await mkdtemp(join(tmpdir(), 'command-center-displays-'));
  const config = join(directory, 'xorg.conf');
  await writeFile(config, dummyXorgConfig());
  const server = await startDisplayServer('Xorg', [
    ...['-config', config, '-logfile', join(directory, 'xorg.log')],
    // No console of the machine is touched.
    ...['-novtswitch', '-sharevts'],
  ]);
  const env = { ...process.env, DISPLAY: server.display };
  const known = new Set<string>();

  const xrandr = async (...args: string[]): Promise<void> => {
    const result = await runCommand('xrandr', args, { env, timeoutMs: XRANDR_LIMIT_MS });
    if (result.code !== 0) {
      throw new Error(`xrandr ${args.join(' ')} failed: ${lastLines(result)}`);
    }
  };

  const displays: Displays = {
    display: server.display,
    async plug(output, { x, y, width, height }) {
      const name = `DUMMY${String(output)}`;
      const mode = `room-${String(width)}x${String(height)}`;
      if (!known.has(mode)) await xrandr('--newmode', mode, ...modeLine(width, height));
      known.add(mode);
      await xrandr('--addmode', name, mode);
      await xrandr('--output', name, '--mode', mode, '--pos', `${String(x)}x${String(y)}`);
      // An output with a mode of its own counts as connected, but only once it has been probed; a query does.
      await xrandr('--query');
    },
    unplug: (output) => xrandr('--output', `DUMMY${String(output)}`, '--off'),
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
  try {
    for (const [output, place] of bounds.entries()) await displays.plug(output, place);
    return displays;
  } catch (error) {
    await displays.stop();
    throw error;
  }
}
