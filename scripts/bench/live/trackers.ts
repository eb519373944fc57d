import { MAX_POSITIONS_PER_BATCH, type PositionReport } from '@shared/protocol/commands';

import type { TestCity } from './city';

export interface Trackers {
  /** Where the probe unit jumps about, with no other unit near. */
  probeArea: TestCity['bounds'];
  probeUnitId: string;
  /** @throws Error with the first report that was not taken */
  stop(): Promise<void>;
}

/**
 * One tracker per unit, all reporting `hz` times a second through the HTTP intake. The first unit is the
 * probe: it jumps at each tick, in the north-western corner of the city's view.
 */
export function startTrackers(
  city: TestCity,
  server: { url: string; token: string },
  hz: number,
): Trackers {
  const [west, south, east, north] = city.bounds;
  const [width, height] = [east - west, north - south];
  const probeArea: TestCity['bounds'] = [west, north - 0.12 * height, west + 0.2 * width, north];
  const places = city.unitIds.map((_, index) => ({
    lng: west + width * (0.3 + 0.6 * fraction(index, 0.618)),
    lat: south + height * (0.1 + 0.7 * fraction(index, 0.755)),
  }));
  const sending = new Set<Promise<void>>();
  let fault: Error | null = null;
  let tick = 0;

  const report = (): void => {
    tick += 1;
    const observedAt = new Date().toISOString();
    const reports = city.unitIds.map((unitId, index): PositionReport => {
      const angle = tick / 5 + index;
      const place = places[index] ?? { lng: west, lat: south };
      const jump = 0.02 + 0.015 * (tick % 10);
      const lngLat: [number, number] =
        index === 0
          ? [west + width * jump, north - 0.06 * height]
          : [place.lng + 0.002 * Math.cos(angle), place.lat + 0.002 * Math.sin(angle)];
      return { unitId, lngLat, headingDeg: (tick * 20 + index) % 360, speedMps: 8, observedAt };
    });
    for (let from = 0; from < reports.length; from += MAX_POSITIONS_PER_BATCH) {
      const request = post(server, reports.slice(from, from + MAX_POSITIONS_PER_BATCH))
        .catch((error: unknown) => {
          fault ??= error instanceof Error ? error : new Error(String(error));
        })
        .finally(() => sending.delete(request));
      sending.add(request);
    }
  };
  report();
  const timer = setInterval(report, 1_000 / hz);
  return {
    probeArea,
    probeUnitId: city.unitIds[0] ?? '',
    async stop() {
      clearInterval(timer);
      await Promise.all(sending);
      if (fault !== null) throw fault;
    },
  };
}

async function post(
  { url, token }: { url: string; token: string },
  positions: PositionReport[],
): Promise<void> {
  const reply = await fetch(`${url}/api/v1/positions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ positions }),
  });
  if (!reply.ok)
    throw new Error(`positions were refused with ${String(reply.status)}: ${await reply.text()}`);
  await reply.arrayBuffer();
}

/** Evenly spread in 0…1 without a pattern to the eye (additive recurrence). */
function fraction(index: number, step: number): number {
  return (index * step) % 1;
}
