import { APP_ORIGIN } from '@shared/ipc/app-origin';

/** What a window may request: its own pages, and the embedded backend on loopback. */
export function isAllowedRequest(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  switch (url.protocol) {
    case 'app:':
      return `${url.protocol}//${url.host}` === APP_ORIGIN;
    case 'http:':
    case 'ws:':
      return url.hostname === '127.0.0.1';
    // In memory only; made by pages that already passed these rules.
    case 'blob:':
    case 'data:':
      return true;
    default:
      return false;
  }
}
