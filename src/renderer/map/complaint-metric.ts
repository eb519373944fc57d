import type { Kecamatan } from '@shared/domain/city-pack';

import type { ComplaintCounts } from '../live/complaint-counts';

/** Open complaints of a kecamatan: how many, or how many per 1,000 residents. */
export type ComplaintMetric = 'count' | 'per1000';

/** The figure of a kecamatan under a metric; a kecamatan without complaints has 0 of them. */
export function metricValue(
  counts: ComplaintCounts,
  kecamatan: Kecamatan,
  metric: ComplaintMetric,
): number {
  const count = counts.byKecamatan.get(kecamatan.code) ?? 0;
  return metric === 'count' ? count : (count * 1000) / kecamatan.population;
}
