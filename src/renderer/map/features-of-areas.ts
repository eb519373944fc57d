import type { CityPack, Kecamatan } from '@shared/domain/city-pack';
import type { Point } from 'geojson';

import type { Language } from '../i18n/language';
import type { ComplaintCounts } from '../live/complaint-counts';
import { formatCount, formatDecimal } from '../ui/format';
import { type ClassBreaks, classBreaks, classOf } from './class-breaks';
import { type ComplaintMetric, metricValue } from './complaint-metric';
import type { MapFeature } from './feature-diff';
import type { IdInterner } from './intern-ids';
import { labelPoint } from './label-point';

export const AREA_CLASSES = 5;

/** What the fill of a kecamatan shows; `areaClass` is null where nothing is known. */
export interface AreaState {
  id: number;
  areaClass: number | null;
  count: number | null;
}

export interface Choropleth {
  breaks: ClassBreaks | null;
  areas: AreaState[];
}

/**
 * Colour classes of all kecamatan under a metric.
 * @param counts null: not known yet, which is drawn as such and not as zero
 */
export function choropleth(
  city: CityPack,
  counts: ComplaintCounts | null,
  metric: ComplaintMetric,
  ids: IdInterner,
): Choropleth {
  if (counts === null) {
    const areas = city.kecamatan.map(({ code }) => ({
      id: ids.idOf(code),
      areaClass: null,
      count: null,
    }));
    return { breaks: null, areas };
  }
  const values = city.kecamatan.map((kecamatan) => metricValue(counts, kecamatan, metric));
  const breaks = classBreaks(values, AREA_CLASSES, metric === 'count' ? 1 : 0.1);
  const areas = city.kecamatan.map((kecamatan, index) => ({
    id: ids.idOf(kecamatan.code),
    areaClass: breaks === null ? null : classOf(breaks, values[index] ?? 0),
    count: counts.byKecamatan.get(kecamatan.code) ?? 0,
  }));
  return { breaks, areas };
}

export interface AreaLabelProperties {
  code: string;
  name: string;
  figure: string;
}

/** One label per kecamatan, at the roomiest point of its largest part. */
export function areaLabelFeatures(
  city: CityPack,
  points: ReadonlyMap<string, [number, number]>,
  counts: ComplaintCounts | null,
  ids: IdInterner,
  language: Language,
): MapFeature<AreaLabelProperties, Point>[] {
  return city.kecamatan.flatMap((kecamatan) => {
    const coordinates = points.get(kecamatan.code);
    if (coordinates === undefined) return [];
    return [
      {
        type: 'Feature' as const,
        id: ids.idOf(kecamatan.code),
        geometry: { type: 'Point' as const, coordinates },
        properties: {
          code: kecamatan.code,
          name: kecamatan.name.toLocaleUpperCase('id'),
          figure: counts === null ? '' : areaFigure(counts, kecamatan, language),
        },
      },
    ];
  });
}

function areaFigure(counts: ComplaintCounts, kecamatan: Kecamatan, language: Language): string {
  const perThousand = formatDecimal(metricValue(counts, kecamatan, 'per1000'), 1, language);
  const thousand = formatCount(1000, language);
  return `${formatCount(metricValue(counts, kecamatan, 'count'), language)} (${perThousand}/${thousand})`;
}

/** Code → label point of every kecamatan that has a shape. */
export function areaLabelPoints(city: CityPack): Map<string, [number, number]> {
  return new Map(
    city.kecamatanAreas.features.map(({ properties, geometry }) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const largest = polygons.reduce((a, b) => (boxArea(b[0]) > boxArea(a[0]) ? b : a));
      return [properties.code, labelPoint(largest)];
    }),
  );
}

function boxArea(ring: readonly (readonly [number, number])[] = []): number {
  const lngs = ring.map(([lng]) => lng);
  const lats = ring.map(([, lat]) => lat);
  return (Math.max(...lngs) - Math.min(...lngs)) * (Math.max(...lats) - Math.min(...lats));
}
