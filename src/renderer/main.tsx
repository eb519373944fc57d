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
import { arriveAs, purposeOfPath } from './app/place';
import { reportFault } from './app/report-fault';
import { isShownAgainTo } from './app/session/is-shown-again-to';
import { createSessionShelf } from './app/session/kept-session';
import { startSession } from './app/session/session';
import { bridgeSettings, browserSettings, startSettings } from './app/settings-store';
import { createLiveClient } from './live/create-live-client';
import { createEnrolmentApi } from './live/enrolment-api';
import { createPictureShelf, profileShelf } from './live/picture-shelf';
import { systemScheduler } from './live/scheduler';
import { createSessionApi } from './live/session-api';

window.addEventListener('error', (event) => reportFault('window', event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => reportFault('window', event.reason));

const workspace = placeOfPath(location.pathname)?.workspace;
// The figures and the administration have no map.
if (workspace !== 'kpi' && workspace !== 'admin') preloadMap();

const sessionShelf = createSessionShelf({ window: sessionStorage, browser: localStorage });
// Only a desk of our own keeps its picture: a browser may be anybody's.
const pictureShelf =
  bridge === undefined
    ? null
    : createPictureShelf(
        systemScheduler,
        (error) => reportFault('kept picture', error),
        profileShelf(workspace === 'wall' ? 'wall' : 'desk'),
      );
// The first paint is in the right theme and language, and shows the last picture while the backend starts.
const [kept] = await Promise.all([
  pictureShelf?.load((owner) => isShownAgainTo(owner, sessionShelf)) ?? null,
  startSettings(bridge === undefined ? browserSettings(localStorage) : bridgeSettings(bridge)),
]);
const client = createLiveClient({
  kept: kept?.picture ?? null,
  onBadFrame: (event) => reportFault('stream', `the ${event} frame did not fit its schema`),
});
const session = startSession({
  source:
    bridge === undefined
      ? browserBackendSource({
          location,
          history,
          fetch: fetch.bind(window),
          scheduler: systemScheduler,
          random: Math.random,
        })
      : bridgeBackendSource(bridge, workspace === 'wall'),
  client,
  api: createSessionApi,
  enrolmentApi: createEnrolmentApi,
  shelf: sessionShelf,
  shownTo: kept?.owner ?? null,
  purpose: purposeOfPath(location.pathname),
  onPictureDropped: () => pictureShelf?.clear(),
  onArrival: (role, how) => arriveAs(role, bridge === undefined && how === 'sign_in'),
  scheduler: systemScheduler,
  random: Math.random,
});
pictureShelf?.keep(client, () => session.who());
installDiagnostics(client, () => session.store.getState().gate.kind);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root element.');
createRoot(root).render(<App session={session} />);
