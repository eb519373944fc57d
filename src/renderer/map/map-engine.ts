import type { CityPack } from '@shared/domain/city-pack';
import type { FacilityKind } from '@shared/domain/facility';
import type { Incident } from '@shared/domain/incident';
import type { MapLibreMap } from 'maplibre-gl';
import { createStore, type StoreApi } from 'zustand/vanilla';

import { type Language, languageStore } from '../i18n/language';
import type { LiveClient } from '../live/model';
import { selectionStore } from '../live/selection';
import type { PaletteName } from '../theme/tokens';
import type { Bounds } from './auto-view';
import { type Camera, createCamera } from './camera';
import type { ComplaintMetric } from './complaint-metric';
import { farIncidents } from './far-incidents';
import { areaLabelFeatures, areaLabelPoints, choropleth } from './features-of-areas';
import { facilityFeatures } from './features-of-facilities';
import { incidentFeatures } from './features-of-incidents';
import { unitLabelFeatures } from './features-of-unit-labels';
import { createIdInterner } from './intern-ids';
import { applyContent, type MapContent } from './map-content';
import { createMapOwner } from './map-owner';
import { watchPointer } from './map-pointer';
import { createMapProbe, type MapProbe } from './map-probe';
import { INITIAL_VIEW, type MapViewState } from './map-view-state';
import { createCriticalWatch, RING_MS } from './new-critical';
import { syncComplaints } from './sync-complaints';
import { syncFacilities } from './sync-facilities';
import { syncGround } from './sync-ground';
import { syncIncidents } from './sync-incidents';
import { syncSelection } from './sync-selection';
import { syncUnits } from './sync-units';
import { openTileArchive } from './tile-archive';
import { TILE_SOURCE } from './tile-ground-layer';
import { browserTimer, createUpdatePump } from './update-pump';

/** Below a second, so that at 1 Hz names and icons move in the same frame: each frame has its price. */
const LABEL_INTERVAL_MS = 800;

/** A running map: the client's state goes in, what a person does comes out through the selection. */
export interface MapEngine {
  map: MapLibreMap;
  camera: Camera;
  probe: MapProbe;
  view: StoreApi<MapViewState>;
  setTheme(theme: PaletteName): void;
  setScale(scale: number): void;
  setContent(content: MapContent): void;
  setMetric(metric: ComplaintMetric): void;
  /** Show a kind of facilities or hide it. */
  showFacilities(kind: FacilityKind, isShown: boolean): void;
  dispose(): void;
}

export interface MapEngineOptions {
  container: HTMLElement;
  client: LiveClient;
  city: CityPack;
  theme: PaletteName;
  /** CSS pixels per pixel of the map: symbols, labels and lines grow with it. */
  scale: number;
  content: MapContent;
  metric: ComplaintMetric;
  /** What this screen may show of an incident. */
  redact: (incident: Incident) => Incident | null;
  onFault: (error: Error) => void;
}

/** @throws Error where the map cannot start; DOMException `AbortError` when it was given up meanwhile */
export async function createMapEngine(
  options: MapEngineOptions,
  signal: AbortSignal,
): Promise<MapEngine> {
  const { client, city } = options;
  const ids = createIdInterner();
  const owner = await createMapOwner({ ...options, ids }, signal);
  const { map, layers } = owner;
  const view = createStore<MapViewState>()(() => INITIAL_VIEW);
  const camera = createCamera(map, city.city, (viewMode) => view.setState({ viewMode }));
  const labelPoints = areaLabelPoints(city);
  const critical = createCriticalWatch();
  const ringTimers = new Set<ReturnType<typeof setTimeout>>();
  let metric = options.metric;
  let content = options.content;
  applyContent(map, content);
  // A desk names every unit; a wall, which is read from afar, only those at work.
  const namedUnits = (): 'all' | 'busy' => (content === 'everything' ? 'all' : 'busy');

  const drawAreas = (language: Language): void => {
    const { counts } = view.getState();
    const { breaks, areas } = choropleth(city, counts, metric, ids);
    layers.areas.update({
      areas,
      labels: areaLabelFeatures(city, labelPoints, counts, ids, language),
    });
    view.setState({ breaks });
  };
  const ring = (incidentId: string, lngLat: [number, number]): void => {
    view.setState(({ rings }) => ({ rings: [...rings, { incidentId, lngLat }] }));
    const timer = setTimeout(() => {
      ringTimers.delete(timer);
      view.setState(({ rings }) => ({
        rings: rings.filter((other) => other.incidentId !== incidentId),
      }));
    }, RING_MS);
    ringTimers.add(timer);
  };

  const labels = createUpdatePump(
    () => {
      layers.unitLabels.update(
        unitLabelFeatures(units.marks.values(), boundsOnScreen(map), namedUnits()),
      );
      return Promise.resolve();
    },
    { minIntervalMs: LABEL_INTERVAL_MS, restFactor: 0, timer: browserTimer },
  );
  const units = syncUnits(client, city, ids, (update) => {
    layers.units.update(update);
    labels.request();
  });
  map.on('moveend', labels.request);

  const facilities = syncFacilities(client, (shown) => {
    const all = [...shown.values()].flatMap((one) => (one.kind === 'ready' ? one.facilities : []));
    layers.facilities.update(facilityFeatures(all, ids));
    view.setState({ facilities: shown });
  });

  const disposers = [
    facilities.dispose,
    syncGround(client, (ground) => {
      const before = view.getState().ground;
      view.setState({ ground });
      if (ground.kind !== before.kind)
        owner.setTiles(ground.kind === 'tiles' ? openTileArchive(client) : null);
      // The backend was away: tiles asked for meanwhile did not come, and the file may be another one.
      else if (ground.kind === 'tiles') map.refreshTiles(TILE_SOURCE);
    }),
    units.dispose,
    labels.dispose,
    camera.dispose,
    syncIncidents(client, options.redact, (incidents) => {
      layers.incidents.update(incidentFeatures(incidents, ids));
      camera.incidentsChanged(incidents);
      view.setState({ far: farIncidents(city.city, incidents) });
      for (const { id, lngLat } of critical.next(incidents)) ring(id, lngLat);
    }),
    syncComplaints(client, (counts) => {
      view.setState({ counts });
      drawAreas(languageStore.getState().language);
    }),
    languageStore.subscribe(({ language }) => drawAreas(language)),
    syncSelection(map, client, ids, layers.selection.update),
    watchPointer(map, ids, {
      hover(hover) {
        view.setState({ hover });
        const target = hover?.target ?? null;
        selectionStore.getState().hover(target?.kind === 'facility' ? null : target);
      },
      select: (selection) => selectionStore.getState().select(selection),
    }),
    owner.dispose,
  ];

  return {
    map,
    camera,
    probe: createMapProbe(map, layers.units.isDrawn),
    view,
    setTheme: owner.setTheme,
    setScale: owner.setScale,
    setContent(next) {
      content = next;
      applyContent(map, next);
      labels.request();
    },
    setMetric(next) {
      if (next === metric) return;
      metric = next;
      drawAreas(languageStore.getState().language);
    },
    showFacilities: facilities.show,
    dispose() {
      for (const timer of ringTimers) clearTimeout(timer);
      for (const dispose of disposers) dispose();
    },
  };
}

function boundsOnScreen(map: MapLibreMap): Bounds {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}
