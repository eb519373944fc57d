import { APP_ORIGIN } from '@shared/ipc/app-origin';
import { app, type Session, session } from 'electron';

import { isAllowedRequest } from './allowed-request';

/** Lock every page that will ever exist: no navigation, no new windows, no permissions, no other host. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  void app.whenReady().then(() => lockSession(session.defaultSession));
}

function lockSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  // The only files that leave are those our own pages made; the user chooses where.
  target.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault();
  });
  target.webRequest.onBeforeRequest((details, decide) => {
    // The developer tools are pages of the browser itself.
    const isAllowed = isAllowedRequest(details.url) || details.url.startsWith('devtools://');
    decide({ cancel: !isAllowed });
  });
}
