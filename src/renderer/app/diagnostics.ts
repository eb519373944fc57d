import type { LngLat } from '@shared/domain/lng-lat';

import type { LiveClient } from '../live/model';
import { modelHash } from '../live/model-hash';
import type { MapProbe } from '../map/map-probe';

/** What support and end-to-end tests may read of a running window. Nothing here changes anything. */
export interface Diagnostics {
  /** `live`, `catching_up`, `stale`, …; `none` before there is a client. */
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
  /** Equal hashes: equal contents. Null before there is a picture. */
  modelHash(): string | null;
}

declare global {
  interface Window {
    commandCenterDiagnostics?: Diagnostics;
  }
}

let mapProbe: MapProbe | null = null;

export function setMapProbe(probe: MapProbe | null): void {
  mapProbe = probe;
}

/** Put the diagnostics on the window. @param getClient the client in force, if any */
export function installDiagnostics(getClient: () => LiveClient | null): void {
  const state = () => getClient()?.store.getState();
  window.commandCenterDiagnostics = Object.freeze<Diagnostics>({
    link: () => state()?.link.kind ?? 'none',
    seq: () => state()?.model?.seq ?? 0,
    incidentsInModel: () => state()?.model?.incidents.size ?? 0,
    renderedCounts: () => mapProbe?.renderedCounts() ?? null,
    isMapIdle: () => mapProbe?.isIdle() ?? false,
    positionOnScreen: (unitId, within) => mapProbe?.positionOnScreen(unitId, within) ?? null,
    modelHash: () => {
      const model = state()?.model ?? null;
      return model === null ? null : modelHash(model);
    },
  });
}
