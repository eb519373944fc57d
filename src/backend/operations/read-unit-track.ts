import { HOUR_MS, type Instant } from '@shared/domain/time';
import type { UnitTrack } from '@shared/protocol/replies';

import { AppError, notFound } from '../errors';
import { readTrack } from '../store/position-history';
import { findUnit } from '../store/units';
import type { Deps } from './deps';

/** More than a unit leaves behind in a day that it drives through without a stop. */
const MAX_POSITIONS = 20_000;
const MAX_PERIOD_MS = 24 * HOUR_MS;
const DEFAULT_PERIOD_MS = HOUR_MS;

export interface TrackPeriod {
  /** Default: an hour before `to`. */
  from?: Instant | undefined;
  /** Default: now. */
  to?: Instant | undefined;
}

/**
 * Where a unit was, as far as the history is kept: thinned to what says something new.
 * @throws AppError not_found | validation_failed where the period is none, or longer than a day
 */
export async function readUnitTrack(
  { store, clock }: Deps,
  unitId: string,
  period: TrackPeriod,
): Promise<UnitTrack> {
  const to = period.to ?? clock.now();
  const from = period.from ?? new Date(Date.parse(to) - DEFAULT_PERIOD_MS).toISOString();
  const lengthMs = Date.parse(to) - Date.parse(from);
  if (lengthMs <= 0 || lengthMs > MAX_PERIOD_MS)
    throw new AppError('validation_failed', 'Give a period of up to 24 hours: from before to.', {
      field: 'from',
    });
  if ((await findUnit(store.db, unitId)) === null) throw notFound('unit', unitId);
  const positions = await readTrack(store.db, unitId, { from, to }, MAX_POSITIONS);
  return {
    unitId,
    from,
    to,
    points: positions.map(([, lng, lat, headingDeg, speedMps, observedAtMs]) => ({
      lngLat: [lng, lat],
      headingDeg,
      speedMps,
      observedAt: new Date(observedAtMs).toISOString(),
    })),
  };
}
