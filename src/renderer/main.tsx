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
import { createPictureShelf } from './live/picture-shelf';
import { systemScheduler } from './live/scheduler';

window.addEventListener('error', (event) => reportFault('window', event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => reportFault('window', event.reason));

// The figures are the one workspace without a map.
if (placeOfPath(location.pathname)?.workspace !== 'kpi') preloadMap();

// Only a desk of our own keeps its picture: a browser may be anybody's.
const shelf =
  bridge === undefined
    ? null
    : createPictureShelf(systemScheduler, (error) => reportFault('kept picture', error));
// The first paint is in the right theme and language, and shows the last picture while the backend starts.
const [kept] = await Promise.all([
  shelf?.load() ?? null,
  startSettings(bridge === undefined ? browserSettings(localStorage) : bridgeSettings(bridge)),
]);
const client = createLiveClient({
  kept,
  onBadFrame: (event) => reportFault('stream', `the ${event} frame did not fit its schema`),
});
const session = startSession(
  bridge === undefined
    ? browserBackendSource({ location, history, fetch: fetch.bind(window) })
    : bridgeBackendSource(bridge),
  client,
);
shelf?.keep(client);
installDiagnostics(client);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root element.');
createRoot(root).render(<App session={session} />);
