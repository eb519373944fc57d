import type { Role } from '@shared/domain/access-terms';
import {
  entranceOf,
  type Place,
  pathOfPlace,
  placeOfPath,
  type Workspace,
} from '@shared/ipc/place';
import { useEffect } from 'react';
import { navigate, usePathname } from 'wouter/use-browser-location';

import { bridge } from './bridge';
import { changeSettings, settingsStore } from './settings-store';
import { mayOpen, startOf } from './workspaces-of-role';

/** Ways in that are no workspaces. */
const SIGN_IN_PATH = '/masuk';
const ENROL_PATH = '/daftar-layar';

/**
 * Where this window is: its address says so, and the address bar or the history may change it.
 * @param role of whoever sits here: decides where a path leads that leads nowhere
 */
export function usePlace(role: Role): Place {
  const pathname = usePathname();
  const place = placeOfPath(pathname);
  const isNowhere = place === null;
  useEffect(() => {
    if (isNowhere) goToPlace(rememberedPlace(role), { replace: true });
  }, [isNowhere, role]);
  const isOpen = place !== null && mayOpen(role, place.workspace);
  const workspace = isOpen ? place.workspace : undefined;
  useEffect(() => {
    if (workspace !== undefined) rememberWorkspace(workspace);
  }, [workspace]);
  return place ?? rememberedPlace(role);
}

/** @param options.replace the place left does not stay in the history */
export function goToPlace(place: Place, options: { replace: boolean }): void {
  navigate(pathOfPlace(place), options);
}

/**
 * Somebody has just arrived: where the window stands may be none of their places.
 * @param isOwnChoice whether the address was theirs: then it is not left without a word
 */
export function arriveAs(role: Role, isOwnChoice: boolean): void {
  const place = placeOfPath(window.location.pathname);
  if (place !== null && (isOwnChoice || mayOpen(role, place.workspace))) return;
  goToPlace(rememberedPlace(role), { replace: true });
}

/** To name and password, from a screen that waits for something else. */
export function goToSignIn(): void {
  window.location.assign(SIGN_IN_PATH);
}

/** What this window was opened for; a wall of a browser waits to be enrolled where nobody is signed in. */
export function purposeOfPath(pathname: string): 'sign_in' | 'enrol' | 'wall' | null {
  const path = pathname.replace(/\/+$/, '');
  if (path === SIGN_IN_PATH) return 'sign_in';
  if (path === ENROL_PATH) return 'enrol';
  return placeOfPath(path)?.workspace === 'wall' ? 'wall' : null;
}

/** The one-time code of the link that a new server prints; it does not stay in the address. */
export function takeCode(): string {
  const parameters = new URLSearchParams(window.location.search);
  const code = parameters.get('kode') ?? '';
  if (code !== '') window.history.replaceState(null, '', window.location.pathname);
  return code;
}

function rememberedPlace(role: Role): Place {
  const { workspace } = settingsStore.getState().settings;
  return entranceOf(mayOpen(role, workspace) ? workspace : startOf(role));
}

function rememberWorkspace(workspace: Workspace): void {
  // The desktop's wall windows are remembered by the main process, display by display.
  if (bridge !== undefined && workspace === 'wall') return;
  if (settingsStore.getState().settings.workspace !== workspace) changeSettings({ workspace });
}
