import type { City } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';
import type { MapLibreMap } from 'maplibre-gl';

import { automaticBounds, type Bounds, boundsOf, openSetKey } from './auto-view';
import type { PlacedIncident } from './features-of-incidents';

const PADDING_PX = 32;
const MOVE_MS = 600;
/** In the city the basemap has streets; outside it only coasts, which say nothing from near by. */
const CLOSEST_ZOOM = { inCity: 14, outside: 8.5 } as const;
/** Near enough to show the streets around an incident, far enough to know which part of the city it is. */
const FOCUS_ZOOM = 12.8;
const FOCUS_MS = 1_600;

export interface Camera {
  /** Refits only in the automatic view, and only when the set of open incidents has changed. */
  incidentsChanged(incidents: readonly PlacedIncident[]): void;
  /** Back to the automatic view. */
  automatic(): void;
  /** Show these places outside the city, at a person's wish: the view stays there. */
  show(points: readonly LngLat[]): void;
  /** Go to one place and stay there whatever else happens; null gives back the view there was before. */
  focus(lngLat: LngLat | null): void;
  zoomBy(levels: number): void;
  dispose: () => void;
}

/** Moves the map, and knows when not to: whatever a person does to the view locks it. */
export function createCamera(
  map: MapLibreMap,
  city: City,
  onModeChange: (mode: 'automatic' | 'locked') => void,
): Camera {
  let mode: 'automatic' | 'locked' = 'automatic';
  let setKey: string | null = null;
  let target: Bounds = city.bounds;
  /** The view to give back when the focus ends; null: there is none. */
  let before: { center: LngLat; zoom: number } | null = null;

  const setMode = (next: 'automatic' | 'locked'): void => {
    if (next === mode) return;
    mode = next;
    onModeChange(next);
  };
  const fit = (bounds: Bounds, durationMs: number, maxZoom: number = CLOSEST_ZOOM.inCity): void => {
    map.fitBounds(bounds, { padding: PADDING_PX, duration: durationMs, maxZoom, linear: true });
  };
  const onMoveStart = (event: { originalEvent?: unknown }): void => {
    // Moves that the program makes carry no event of the pointer or the keyboard.
    if (event.originalEvent !== undefined) setMode('locked');
  };
  const isFitting = (): boolean => mode === 'automatic' && before === null;
  const onResize = (): void => {
    if (isFitting()) fit(target, 0);
  };
  map.on('movestart', onMoveStart);
  map.on('resize', onResize);

  return {
    incidentsChanged(incidents) {
      const key = openSetKey(incidents);
      if (key === setKey) return;
      const isFirst = setKey === null;
      setKey = key;
      target = automaticBounds(city, incidents);
      if (isFitting()) fit(target, isFirst ? 0 : MOVE_MS);
    },
    automatic() {
      setMode('automatic');
      fit(target, MOVE_MS);
    },
    show(points) {
      if (points.length === 0) return;
      setMode('locked');
      fit(boundsOf(points), MOVE_MS, CLOSEST_ZOOM.outside);
    },
    focus(lngLat) {
      if (lngLat !== null) {
        const { lng, lat } = map.getCenter();
        before ??= { center: [lng, lat], zoom: map.getZoom() };
        map.flyTo({ center: lngLat, zoom: FOCUS_ZOOM, duration: FOCUS_MS });
        return;
      }
      if (before === null) return;
      const view = before;
      before = null;
      // The set of incidents may have changed meanwhile, and with it what the automatic view shows.
      if (mode === 'automatic') fit(target, FOCUS_MS);
      else map.easeTo({ ...view, duration: FOCUS_MS });
    },
    zoomBy(levels) {
      setMode('locked');
      map.easeTo({ zoom: map.getZoom() + levels, duration: MOVE_MS / 2 });
    },
    dispose() {
      map.off('movestart', onMoveStart);
      map.off('resize', onResize);
    },
  };
}
