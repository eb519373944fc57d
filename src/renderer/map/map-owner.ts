import type { CityPack } from '@shared/domain/city-pack';
import { Map as MapLibre, type MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

import { type PaletteName, tokens } from '../theme/tokens';
import { type AreasUpdate, createAreasLayer } from './areas-layer';
import { createBasemapLayer } from './basemap-layer';
import { createFacilitiesLayer } from './facilities-layer';
import type { FacilityFeature } from './features-of-facilities';
import type { IncidentFeature } from './features-of-incidents';
import { createFrameGate } from './frame-gate';
import { createIncidentsLayer } from './incidents-layer';
import type { IdInterner } from './intern-ids';
import { createLandmarksLayer } from './landmarks-layer';
import { loadMapFonts } from './map-fonts';
import type { MapLayer } from './map-layer';
import { createSelectionLayer, type Ring } from './selection-layer';
import { createTileGroundLayer } from './tile-ground-layer';
import { createUnitLabelsLayer } from './unit-labels-layer';
import { createUnitsLayer, type UnitsLayer } from './units-layer';

export interface MapLayers {
  areas: MapLayer<AreasUpdate>;
  units: UnitsLayer;
  unitLabels: ReturnType<typeof createUnitLabelsLayer>;
  selection: MapLayer<readonly Ring[]>;
  facilities: MapLayer<readonly FacilityFeature[]>;
  incidents: MapLayer<readonly IncidentFeature[]>;
}

/** The map and the layers on it. Nothing else in the program holds or makes a MapLibre map. */
export interface MapOwner {
  map: MapLibreMap;
  layers: MapLayers;
  setTheme: (theme: PaletteName) => void;
  /** Draw the ground from vector tiles; null: from the city pack's own roads. */
  setTiles: (url: string | null) => void;
  /** @param scale CSS pixels per pixel of the map */
  setScale: (scale: number) => void;
  dispose: () => void;
}

export interface MapOwnerOptions {
  container: HTMLElement;
  city: CityPack;
  theme: PaletteName;
  scale: number;
  ids: IdInterner;
  /** Faults of the map after it has started, e.g. a tile that could not be built. */
  onFault: (error: Error) => void;
}

/**
 * Start the map and install every layer.
 * @throws Error where the machine has no WebGL 2
 */
export async function createMapOwner(
  options: MapOwnerOptions,
  signal: AbortSignal,
): Promise<MapOwner> {
  const { container, city, theme, scale, ids, onFault } = options;
  await loadMapFonts();
  signal.throwIfAborted();
  setWorkerUrl(workerUrl);
  const map = new MapLibre({
    container,
    // No `glyphs`, no `sprite`: labels come from the bundled font, icons from our own drawing, so that
    // nothing is ever asked of a host.
    style: {
      version: 8,
      sources: {},
      layers: [
        { id: 'sea', type: 'background', paint: { 'background-color': tokens[theme].map.sea } },
      ],
    },
    bounds: city.city.bounds,
    fitBoundsOptions: { padding: 24 },
    minZoom: 4,
    maxZoom: 18,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    refreshExpiredTiles: false,
    pixelRatio: pixelRatioOf(scale),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.on('error', ({ error }) => onFault(new Error(error.message, { cause: error })));

  const frames = createFrameGate(map);
  const layers: MapLayers = {
    areas: createAreasLayer(city, ids, frames),
    units: createUnitsLayer(frames),
    unitLabels: createUnitLabelsLayer(frames),
    selection: createSelectionLayer(frames),
    facilities: createFacilitiesLayer(frames),
    incidents: createIncidentsLayer(frames),
  };
  const updated: readonly Omit<MapLayer, 'update'>[] = [
    layers.areas,
    layers.units,
    layers.unitLabels,
    layers.selection,
    layers.facilities,
    layers.incidents,
  ];
  const basemap = createBasemapLayer(city);
  const all = [basemap, createLandmarksLayer(city), ...updated];
  let tiles: MapLayer | null = null;
  let palette = theme;
  try {
    await untilLoaded(map, signal);
  } catch (error) {
    map.remove();
    throw error;
  }
  for (const layer of all) layer.install(map, tokens[theme]);

  return {
    map,
    layers,
    setTheme(next) {
      map.setPaintProperty('sea', 'background-color', tokens[next].map.sea);
      palette = next;
      for (const layer of all) layer.setTheme(tokens[next]);
      tiles?.setTheme(tokens[next]);
    },
    setTiles(url) {
      tiles?.dispose();
      tiles = url === null ? null : createTileGroundLayer(url);
      tiles?.install(map, tokens[palette]);
      basemap.update({ hasRoads: tiles === null });
    },
    setScale: (next) => map.setPixelRatio(pixelRatioOf(next)),
    dispose() {
      tiles?.dispose();
      for (const layer of all) layer.dispose();
      frames.dispose();
      map.remove();
    },
  };
}

/** Device pixels per pixel of the map, which is drawn `scale` times as large as it believes to be. */
function pixelRatioOf(scale: number): number {
  return Math.min(window.devicePixelRatio, 2) * scale;
}

function untilLoaded(map: MapLibreMap, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    map.once('load', () => resolve());
    signal.addEventListener('abort', () =>
      reject(new DOMException('The map was closed while starting', 'AbortError')),
    );
  });
}
