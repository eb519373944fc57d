import { hostname } from 'node:os';

import { entranceOf, pathOfPlace, WORKSPACES } from '@shared/ipc/place';

import { isLoopbackName } from '../access/local-page';
import { runBackendProcess } from '../run-process';
import { EXIT_FAULT } from '../start-error';
import { createStartProgress } from './start-progress';

const say = (line: string) => process.stdout.write(`${line}\n`);
const progress = createStartProgress(process.stdout);

// `npm run serve`: the backend under plain Node. People read standard output; the log goes to standard error.
runBackendProcess({
  logDescriptor: 2,
  defaultLogLevel: 'warn',
  report: (state) => progress.show(state),
  say,
  onReady({ port, token, profile, firstAdminCode }, { host, tls }) {
    const path = openingPath(process.env);
    const name = host === '0.0.0.0' || host === '::' ? hostname() : host;
    const scheme = tls === null ? 'http' : 'https';
    const address = `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`;
    say(`Pusat Komando 112 — ${address}${path}`);
    if (firstAdminCode !== null)
      say(`Admin pertama / first admin, sekali pakai: ${address}/masuk?kode=${firstAdminCode}`);
    // Real data are for people who sign in; the demo's window token is for whoever was told it.
    if (isLoopbackName(host) || profile !== 'demo') return;
    // After `#`, which a browser never sends: the token reaches no log on the way.
    say(`Masuk / sign in: ${address}${path === '' ? '/' : path}#token=${token}`);
  },
  startErrorExitCode: EXIT_FAULT,
  onFatal(message) {
    progress.clear();
    process.stderr.write(`${message}\n`);
  },
});

/** The path a start option asks to open at; without one the browser goes where it was last. */
function openingPath(env: NodeJS.ProcessEnv): string {
  const isWall = (env['CC_WALL'] ?? '') !== '';
  const workspace = WORKSPACES.find((name) => name === (isWall ? 'wall' : env['CC_WORKSPACE']));
  return workspace === undefined ? '' : pathOfPlace(entranceOf(workspace));
}
