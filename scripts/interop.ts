import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { modelFromSnapshot } from '../src/renderer/live/model-from-snapshot';
import { modelHash } from '../src/renderer/live/model-hash';
import { openCuttableLink } from './interop/cuttable-link';
import { startDemoBackend } from './interop/demo-backend';
import { startPythonClient } from './interop/python-client';
import { readServerPicture } from './interop/server-picture';
import { startSteadyIntake } from './interop/steady-intake';
import { findPython } from './setup/python.mjs';
import { runCommand } from './setup/run-command.mjs';

// `npm run interop`: a client in Python, which shares no code with this repository but docs/protocol.md, follows
// the simulated city through a link that is cut in the middle, and must come to the server's picture.

const RATE = 60;
const CHANGES_BETWEEN = 60;
/** A blink, a stumble, and long enough that much is missed. */
const CUTS_MS = [0, 500, 4_000];

async function main(): Promise<boolean> {
  const python = await findPython();
  if (python === null) throw new Error('there is no Python with python-socketio');
  const vectors = await runCommand(python, [
    join('scripts', 'interop', 'follow.py'),
    '--vectors',
    join('docs', 'protocol-vectors.json'),
  ]);
  process.stdout.write(vectors.output);
  if (vectors.code !== 0) throw new Error(`the vectors disagree\n${vectors.errors}`);

  const directory = await mkdtemp(join(tmpdir(), 'interop-'));
  try {
    return await followThroughCuts(python, join(directory, 'data'));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function followThroughCuts(python: string, dataDir: string): Promise<boolean> {
  const backend = await startDemoBackend(dataDir, RATE);
  const link = await openCuttableLink(backend.url);
  const client = startPythonClient(python, link.url, backend.token);
  const stopIntake = startSteadyIntake(backend);
  try {
    await client.until('the first snapshot', () => client.counts().snapshots > 0);
    await client.until('changes', () => client.counts().changes >= CHANGES_BETWEEN);
    for (const cutMs of CUTS_MS) {
      const before = client.counts();
      await link.cut(cutMs);
      await client.until('the answer to a resume', () => {
        const { resumes, snapshots } = client.counts();
        return resumes + snapshots > before.resumes + before.snapshots;
      });
      await client.until(
        'changes',
        () => client.counts().changes >= before.changes + CHANGES_BETWEEN,
      );
      process.stdout.write(`after a cut of ${String(cutMs)} ms: at seq ${String(client.seq())}\n`);
    }
    const hashAgrees = await agreesWithServer(backend, client);
    const { changes, resumes, snapshots } = client.counts();
    process.stdout.write(`${JSON.stringify({ changes, resumes, snapshots, hashAgrees })}\n`);
    // One snapshot at the beginning: whoever has a picture is given changes.
    return hashAgrees && resumes === CUTS_MS.length && snapshots === 1;
  } finally {
    await stopIntake();
    await client.stop();
    await link.close();
    await backend.stop();
  }
}

/** The client waits, the server's picture is taken, and the client goes on to that very seq. */
async function agreesWithServer(
  backend: { url: string; token: string },
  client: ReturnType<typeof startPythonClient>,
): Promise<boolean> {
  await client.hold();
  const snapshot = await readServerPicture(backend.url, backend.token);
  const expected = modelHash(modelFromSnapshot(snapshot));
  return (await client.advanceTo(snapshot.seq)) === expected;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
