import type { LngLat } from '@shared/domain/lng-lat';
import type { MapGeoJSONFeature, MapLibreMap, PointLike } from 'maplibre-gl';

import type { Bounds } from './auto-view';
import type { UnitProperties } from './features-of-units';
import type { LayerId } from './layer-order';

/** What is on the screen, read back from what the map has rendered and never from the store. */
export interface MapProbe {
  renderedCounts(): { incidentsOnMap: number; unitsOnMap: number; complaintsCounted: number };
  /**
   * The picture is whole: everything loaded and drawn, nothing moving. Units that go on moving do not
   * count as unfinished once they have been drawn.
   */
  isIdle(): boolean;
  /**
   * The position of a unit as drawn at this moment; null: not in view.
   * @param within look only here: asking the whole screen reads every unit on it
   */
  positionOnScreen(
    unitId: string,
    within?: Bounds,
  ): { lngLat: LngLat; observedAtMs: number } | null;
}

/** Units are icons, or dots where there are too many. */
const UNITS = ['unit', 'unit-dot'] as const satisfies readonly LayerId[];
/** Sources whose tiles must stand before a picture is whole; units say so themselves. */
const STEADY_SOURCES = [
  'basemap',
  'landmarks',
  'kecamatan',
  'kecamatan-label',
  'incidents',
  'tiles',
];

export function createMapProbe(map: MapLibreMap, areUnitsDrawn: () => boolean): MapProbe {
  return {
    renderedCounts() {
      const areas = distinctById(rendered(map, ['kecamatan-fill']));
      return {
        incidentsOnMap: distinctById(rendered(map, ['incident'])).length,
        unitsOnMap: distinctById(rendered(map, UNITS)).length,
        complaintsCounted: areas.reduce((sum, { state }) => sum + (Number(state['count']) || 0), 0),
      };
    },
    isIdle: () =>
      !map.isMoving() &&
      areUnitsDrawn() &&
      STEADY_SOURCES.every((id) => map.getSource(id) === undefined || map.isSourceLoaded(id)),
    positionOnScreen(unitId, within) {
      const feature = rendered(map, UNITS, within).find(
        ({ properties }) => properties['unitId'] === unitId,
      );
      if (feature?.geometry.type !== 'Point') return null;
      const [lng, lat] = feature.geometry.coordinates;
      if (lng === undefined || lat === undefined) return null;
      // Our own layer wrote them.
      const { observedAtMs } = feature.properties as UnitProperties;
      return { lngLat: [lng, lat], observedAtMs };
    },
  };
}

function rendered(
  map: MapLibreMap,
  wanted: readonly LayerId[],
  within?: Bounds,
): MapGeoJSONFeature[] {
  const layers = wanted.filter((id) => map.getLayer(id) !== undefined);
  if (layers.length === 0) return [];
  if (within === undefined) return map.queryRenderedFeatures({ layers });
  const [west, south, east, north] = within;
  const box: [PointLike, PointLike] = [map.project([west, north]), map.project([east, south])];
  return map.queryRenderedFeatures(box, { layers });
}

/** A shape that spans tiles is found once per tile. */
function distinctById(features: readonly MapGeoJSONFeature[]): MapGeoJSONFeature[] {
  return [...new Map(features.map((feature) => [feature.id, feature])).values()];
}
