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

/** Where this window is: its address says so, and the address bar or the history may change it. */
export function usePlace(): Place {
  const pathname = usePathname();
  const place = placeOfPath(pathname);
  const isNowhere = place === null;
  useEffect(() => {
    if (isNowhere) goToPlace(rememberedPlace(), { replace: true });
  }, [isNowhere]);
  const workspace = place?.workspace;
  useEffect(() => {
    if (workspace !== undefined) rememberWorkspace(workspace);
  }, [workspace]);
  return place ?? rememberedPlace();
}

/** @param options.replace the place left does not stay in the history */
export function goToPlace(place: Place, options: { replace: boolean }): void {
  navigate(pathOfPlace(place), options);
}

function rememberedPlace(): Place {
  return entranceOf(settingsStore.getState().settings.workspace);
}

function rememberWorkspace(workspace: Workspace): void {
  // The desktop's wall windows are remembered by the main process, display by display.
  if (bridge !== undefined && workspace === 'wall') return;
  if (settingsStore.getState().settings.workspace !== workspace) changeSettings({ workspace });
}
