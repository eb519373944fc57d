import type { Incident } from '@shared/domain/incident';
import { useMemo } from 'react';

import { useCity } from '../../hooks/use-city';
import { useLive } from '../../hooks/use-live';
import { selectOpenIncidents } from '../../live/selectors';
import { publicIncident } from './public-incident';

/** Open incidents as a wall may show them: by priority, then longest running first. */
export function useOpenIncidents(): readonly Incident[] {
  const city = useCity();
  const incidents = useLive(selectOpenIncidents);
  return useMemo(
    () => incidents.flatMap((incident) => publicIncident(incident, city) ?? []),
    [incidents, city],
  );
}
