import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';

import { useCity } from '../hooks/use-city';
import { useLiveClient } from '../hooks/use-live';
import type { ComplaintMetric } from '../map/complaint-metric';
import { setMapProbe } from './diagnostics';
import { reportFault } from './report-fault';
import { settingsStore } from './settings-store';
import { useMapTurn } from './use-map-turn';

// MapLibre is larger than the rest of the screen: the shell draws first.
const loadMap = () => import('../map/city-map');
const CityMap = lazy(async () => ({ default: (await loadMap()).CityMap }));

/** Fetch the map's code while the backend still starts. If that fails, the panel tries again and tells. */
export function preloadMap(): void {
  loadMap().catch(() => undefined);
}

/** The map in its panel. */
export function MapPanel() {
  const client = useLiveClient();
  const city = useCity();
  const theme = useStore(settingsStore, (state) => state.theme);
  const [metric, setMetric] = useState<ComplaintMetric>('count');
  const skeleton = <Skeleton height="100%" radius={0} animate={false} />;
  const isTurn = useMapTurn();
  if (!isTurn) return skeleton;
  return (
    <Suspense fallback={skeleton}>
      <CityMap
        client={client}
        city={city}
        theme={theme}
        metric={metric}
        onMetricChange={setMetric}
        onProbe={setMapProbe}
        onFault={reportMapFault}
      />
    </Suspense>
  );
}

function reportMapFault(error: Error): void {
  reportFault('map', error);
}
