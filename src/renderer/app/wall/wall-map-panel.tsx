import type { Incident } from '@shared/domain/incident';
import type { LngLat } from '@shared/domain/lng-lat';
import { lazy, Suspense, useCallback } from 'react';

import { publicIncident } from '../../features/wall/public-incident';
import { useCity } from '../../hooks/use-city';
import { useLiveClient } from '../../hooks/use-live';
import type { MapContent } from '../../map/map-content';
import type { PaletteName } from '../../theme/tokens';
import { setMapProbe } from '../diagnostics';
import { reportFault } from '../report-fault';
import { useMapTurn } from '../use-map-turn';

const WallMap = lazy(async () => ({ default: (await import('../../map/wall-map')).WallMap }));

interface WallMapPanelProps {
  palette: PaletteName;
  content: MapContent;
  focus: LngLat | null;
}

/** The wall's one map: every scene that shows one shows this, so that it is built once. */
export function WallMapPanel({ palette, content, focus }: WallMapPanelProps) {
  const client = useLiveClient();
  const city = useCity();
  const redact = useCallback((incident: Incident) => publicIncident(incident, city), [city]);
  const isTurn = useMapTurn();
  if (!isTurn) return null;
  return (
    <Suspense fallback={null}>
      <WallMap
        client={client}
        city={city}
        theme={palette}
        content={content}
        focus={focus}
        redact={redact}
        onProbe={setMapProbe}
        onFault={reportMapFault}
      />
    </Suspense>
  );
}

function reportMapFault(error: Error): void {
  reportFault('wall map', error);
}
