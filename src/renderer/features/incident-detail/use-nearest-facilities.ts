import type { Facility, FacilityKind } from '@shared/domain/facility';
import type { LngLat } from '@shared/domain/lng-lat';
import { useEffect, useMemo, useState } from 'react';

import { useLive, useLiveClient } from '../../hooks/use-live';

/** What a dispatcher asks for first: water, and where the hurt are brought. */
const WANTED: readonly FacilityKind[] = ['hydrant', 'hospital', 'puskesmas'];

export interface NearFacility {
  facility: Facility;
  distanceMeters: number;
}

export type NearestFacilities =
  /** Nothing of these kinds has been imported. */
  | { kind: 'none' }
  | { kind: 'loading' }
  | { kind: 'failed' }
  | { kind: 'ready'; items: readonly NearFacility[] };

interface Answer {
  request: string;
  items: readonly NearFacility[] | null;
}

/** The nearest facility of each wanted kind that has been imported; found again when an import takes its place. */
export function useNearestFacilities(lngLat: LngLat): NearestFacilities {
  const client = useLiveClient();
  const imported = useLive((state) => state.facilityKinds);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const kinds = useMemo(
    () => WANTED.filter((kind) => imported.some((summary) => summary.kind === kind)),
    [imported],
  );
  const [lng, lat] = lngLat;
  const revision = imported.map(({ source }) => source.importedAt).join(' ');
  const request = `${String(lng)} ${String(lat)} ${kinds.join(' ')} ${revision}`;

  useEffect(() => {
    if (kinds.length === 0) return;
    const abort = new AbortController();
    const settle = (items: Answer['items']): void => {
      if (!abort.signal.aborted) setAnswer({ request, items });
    };
    const find = async (): Promise<readonly NearFacility[]> => {
      const api = client.mapApi();
      const found = await Promise.all(
        kinds.map((kind) =>
          api.fetchNearestFacilities({ kind, lngLat: [lng, lat], limit: 1 }, abort.signal),
        ),
      );
      return found.flat();
    };
    // What went wrong is told where the list would be.
    find().then(settle, () => settle(null));
    return () => abort.abort();
  }, [client, kinds, lng, lat, request]);

  if (kinds.length === 0) return { kind: 'none' };
  if (answer?.request !== request) return { kind: 'loading' };
  return answer.items === null ? { kind: 'failed' } : { kind: 'ready', items: answer.items };
}
