import type { LngLat } from '@shared/domain/lng-lat';
import type { PositionReport } from '@shared/protocol/commands';

import { instantOf } from './past-records';
import { placeOnRoute } from './route';
import type { LiveUnit, World } from './world';

/** A vehicle that stands reports less often, and not all at once. */
const PARKED_EVERY_MS = 20_000;
const GPS_ERROR_METERS = 4;
const METERS_PER_DEGREE = 111_195;

/** The positions that are due: of moving units at every call, of standing ones now and then. */
export function positionReports(world: World, nowMs: number): PositionReport[] {
  const reports: PositionReport[] = [];
  for (const unit of world.units.values()) {
    if (!isOnDuty(unit) || (unit.drive === null && nowMs - unit.reportedMs < PARKED_EVERY_MS))
      continue;
    // The first report of each comes at its own moment, so that later ones spread out too.
    unit.reportedMs =
      unit.reportedMs === 0 ? nowMs - world.random.integer(0, PARKED_EVERY_MS - 1) : nowMs;
    reports.push(reportOf(world, unit, nowMs));
  }
  return reports;
}

function isOnDuty({ meaning }: LiveUnit): boolean {
  return meaning !== 'maintenance' && meaning !== 'off_duty';
}

function reportOf(world: World, unit: LiveUnit, nowMs: number): PositionReport {
  const observedAt = instantOf(nowMs);
  if (unit.drive === null) {
    return {
      unitId: unit.id,
      lngLat: blur(world, unit.lngLat),
      headingDeg: null,
      speedMps: 0,
      observedAt,
    };
  }
  const { route, startedMs, factor } = unit.drive;
  const { lngLat, headingDeg, speedMps } = placeOnRoute(
    world.graph,
    route,
    nowMs - startedMs,
    factor,
  );
  return {
    unitId: unit.id,
    lngLat: blur(world, lngLat),
    headingDeg: Math.round(headingDeg) % 360,
    speedMps: Math.round(speedMps * world.random.between(0.85, 1.08) * 10) / 10,
    observedAt,
  };
}

function blur({ random }: World, [lng, lat]: LngLat): LngLat {
  const error = (): number => (random.normal() * GPS_ERROR_METERS) / METERS_PER_DEGREE;
  const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return [round(lng + error()), round(lat + error())];
}
