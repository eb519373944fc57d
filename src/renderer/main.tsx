import '@mantine/core/styles.css';
import './theme/fonts.css';
import './theme/global.css';

import { placeOfPath } from '@shared/ipc/place';
import { createRoot } from 'react-dom/client';

import { App } from './app/app';
import { bridgeBackendSource } from './app/backend-source';
import { bridge } from './app/bridge';
import { browserBackendSource } from './app/browser-backend';
import { installDiagnostics } from './app/diagnostics';
import { preloadMap } from './app/map-panel';
import { reportFault } from './app/report-fault';
import { startSession } from './app/session';
import { bridgeSettings, browserSettings, startSettings } from './app/settings-store';
import { createLiveClient } from './live/create-live-client';

window.addEventListener('error', (event) => reportFault('window', event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => reportFault('window', event.reason));

const session = startSession(
  bridge === undefined
    ? browserBackendSource({ location, history, fetch: fetch.bind(window) })
    : bridgeBackendSource(bridge),
  ({ url, token }, takeOver) =>
    createLiveClient({
      url,
      token,
      ...(takeOver !== undefined && { takeOver }),
      onBadFrame: (event) => reportFault('stream', `the ${event} frame did not fit its schema`),
    }),
);
installDiagnostics(() => session.store.getState().client);

// The first paint is in the right theme and language; the connection is already under way.
await startSettings(bridge === undefined ? browserSettings(localStorage) : bridgeSettings(bridge));

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root element.');
createRoot(root).render(<App session={session} />);
// The figures are the one workspace without a map.
if (placeOfPath(location.pathname)?.workspace !== 'kpi') preloadMap();
