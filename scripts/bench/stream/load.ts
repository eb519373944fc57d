import type { ServerReady } from './messages';

const TICK_MS = 200;
const CENTER = [106.03, -6.0] as const;

interface Load {
  server: ServerReady;
  seconds: number;
  /** Where the numbering of changes begins, so that a second load goes on after the first. */
  firstChange: number;
  changesPerSecond: number;
  positionsPerSecond: number;
}

/**
 * Send at the asked rates over HTTP, each change a request of its own: calls, incidents and unit statuses in turn.
 * @returns how many positions the server accepted
 */
export async function sendLoad({
  server,
  seconds,
  firstChange,
  changesPerSecond,
  positionsPerSecond,
}: Load): Promise<number> {
  let accepted = 0;
  const underWay: Promise<void>[] = [];
  const startMs = performance.now();
  let sentChanges = 0;
  let sentPositions = 0;

  async function send(path: string, body: unknown): Promise<unknown> {
    const reply = await fetch(`${server.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (reply.status !== 202)
      throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
    return reply.json();
  }

  async function sendChange(number: number): Promise<void> {
    const { path, body } = changeAt(number, server.unitIds);
    await send(path, body);
  }

  async function sendPositions(from: number, count: number): Promise<void> {
    await send('/positions', { positions: positionsAt(from, count, server.unitIds) });
    accepted += count;
  }

  for (let elapsedMs = 0; elapsedMs < seconds * 1_000; elapsedMs = performance.now() - startMs) {
    // Counted from the start, so that a late turn of the loop catches up.
    for (; sentChanges < (elapsedMs / 1_000) * changesPerSecond; sentChanges += 1) {
      underWay.push(sendChange(firstChange + sentChanges));
    }
    if (sentPositions <= (elapsedMs / 1_000) * positionsPerSecond) {
      const count = Math.min(Math.round((positionsPerSecond * TICK_MS) / 1_000), 1_000);
      if (count > 0) underWay.push(sendPositions(sentPositions, count));
      sentPositions += count;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(underWay);
  return accepted;
}

function changeAt(number: number, unitIds: readonly string[]): { path: string; body: unknown } {
  switch (number % 5) {
    case 0:
      return { path: '/incidents', body: { categoryCode: 'KBK', lngLat: CENTER } };
    case 1:
    case 2: {
      const unit = Math.floor(number / 5) * 2 + (number % 5);
      const isPatrol = Math.floor(unit / unitIds.length) % 2 === 0;
      const unitId = unitIds[unit % unitIds.length] ?? '';
      return {
        path: `/units/${unitId}/status`,
        body: { statusCode: isPatrol ? 'PATROLI' : 'SIAGA' },
      };
    }
    default:
      return { path: '/calls', body: { type: 'prank' } };
  }
}

function positionsAt(from: number, count: number, unitIds: readonly string[]): unknown[] {
  const observedAt = new Date().toISOString();
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    return {
      unitId: unitIds[number % unitIds.length],
      lngLat: [CENTER[0] + (number % 97) / 10_000, CENTER[1] + (number % 89) / 10_000],
      headingDeg: number % 360,
      speedMps: 12,
      observedAt,
    };
  });
}
