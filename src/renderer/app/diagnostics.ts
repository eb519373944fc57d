import type { LngLat } from '@shared/domain/lng-lat';
import type { WallScene } from '@shared/ipc/place';

import type { LiveClient } from '../live/model';
import { modelHash } from '../live/model-hash';
import type { MapProbe } from '../map/map-probe';
import type { Gate } from './session/gate';

/** What support and end-to-end tests may read of a running window. Nothing here changes anything. */
export interface Diagnostics {
  /** What this window is to its server: `asking`, `sign_in`, `first_admin`, `enrol`, `open`. */
  gate(): string;
  /** `connecting`, `live`, `catching_up`, `stale`, … */
  link(): string;
  seq(): number;
  incidentsInModel(): number;
  /** Read from what the map has drawn; null while there is no map. */
  renderedCounts(): ReturnType<MapProbe['renderedCounts']> | null;
  isMapIdle(): boolean;
  positionOnScreen(
    unitId: string,
    within?: [west: number, south: number, east: number, north: number],
  ): { lngLat: LngLat; observedAtMs: number } | null;
  /** What the wall shows, and which new P1 holds it; null where there is no wall. */
  wall(): WallProbe | null;
  /** Equal hashes: equal contents. Null before there is a picture. */
  modelHash(): string | null;
}

export interface WallProbe {
  scene: WallScene;
  takeOver: string | null;
}

declare global {
  interface Window {
    commandCenterDiagnostics?: Diagnostics;
  }
}

let mapProbe: MapProbe | null = null;
let wallProbe: WallProbe | null = null;

export function setMapProbe(probe: MapProbe | null): void {
  mapProbe = probe;
}

export function setWallProbe(probe: WallProbe | null): void {
  wallProbe = probe;
}

/** Put the diagnostics on the window. */
export function installDiagnostics(
  { store }: Pick<LiveClient, 'store'>,
  gate: () => Gate['kind'],
): void {
  const state = () => store.getState();
  window.commandCenterDiagnostics = Object.freeze<Diagnostics>({
    gate,
    link: () => state().link.kind,
    seq: () => state().model?.seq ?? 0,
    incidentsInModel: () => state().model?.incidents.size ?? 0,
    renderedCounts: () => mapProbe?.renderedCounts() ?? null,
    isMapIdle: () => mapProbe?.isIdle() ?? false,
    positionOnScreen: (unitId, within) => mapProbe?.positionOnScreen(unitId, within) ?? null,
    wall: () => wallProbe,
    modelHash: () => {
      const model = state().model ?? null;
      return model === null ? null : modelHash(model);
    },
  });
}
