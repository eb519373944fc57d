import { describe, expect, it } from 'vitest';

import { type FeedStep, playingMs, timetableOf } from './feed-timetable';
import { collect } from './testing/collect';
import { aLoggedIncident } from './testing/logged-incident';

const PACE = { speed: 600, longestGapMs: 10_000 };

type Spell = readonly [id: string, receivedAt: string, closedAt: string | null];

async function stepsOf(spells: readonly Spell[], pace = PACE): Promise<FeedStep[]> {
  async function* incidents() {
    for (const [line, [externalId, receivedAt, closedAt]] of spells.entries())
      yield { line, incident: aLoggedIncident(externalId, receivedAt, closedAt) };
  }
  return collect(timetableOf(incidents(), pace));
}

const told = (steps: readonly FeedStep[]): string[] =>
  steps.map(({ kind, incident }) => `${incident.externalId} ${kind}`);
const timeOf = (steps: readonly FeedStep[], id: string, kind: FeedStep['kind']) =>
  steps.find((step) => step.kind === kind && step.incident.externalId === id)?.afterMs;

describe('the timetable of a feed', () => {
  it('cuts the silence between two calls and leaves each incident its own duration', async () => {
    const steps = await stepsOf([
      ['a', '2021-08-20T00:00:00.000Z', '2021-08-20T05:00:00.000Z'],
      ['b', '2023-01-01T00:00:00.000Z', '2023-01-01T01:00:00.000Z'],
      ['c', '2023-01-01T00:10:00.000Z', null],
    ]);
    expect(timeOf(steps, 'b', 'open')).toBe(10_000);
    expect(timeOf(steps, 'c', 'open')).toBe(11_000);
    // Five hours and one, at 600 times the speed of life.
    expect(timeOf(steps, 'a', 'closed')).toBe(30_000);
    expect(timeOf(steps, 'b', 'closed')).toBe(16_000);
    // Three are open at once, as the one that comes first is the last to close.
    expect(told(steps)).toEqual([
      'a open',
      'a verified',
      'a forwarded',
      'b open',
      'b verified',
      'b forwarded',
      'c open',
      'c verified',
      'c forwarded',
      'b resolved',
      'b closed',
      'a resolved',
      'a closed',
    ]);
    expect(steps.map(({ afterMs }) => afterMs)).toEqual(
      steps.map(({ afterMs }) => afterMs).sort((x, y) => x - y),
    );
  });

  it('keeps the order of steps where a log closes before it receives', async () => {
    const steps = await stepsOf([['a', '2022-02-22T14:00:00.000Z', '2022-02-21T17:00:00.000Z']], {
      ...PACE,
      speed: 1,
    });
    expect(steps.map(({ kind, afterMs }) => [kind, afterMs])).toEqual([
      ['open', 0],
      ['verified', 0],
      ['forwarded', 0],
      ['resolved', 0],
      ['closed', 0],
    ]);
  });

  it('plays an incident that somebody forgot to close as if it had been open for three days', async () => {
    const steps = await stepsOf([['a', '2022-01-01T00:00:00.000Z', '2022-03-01T00:00:00.000Z']]);
    expect(timeOf(steps, 'a', 'closed')).toBe((72 * 3_600_000) / 600);
  });

  it('leaves an incident without a closing time open', async () => {
    expect(told(await stepsOf([['a', '2022-01-01T00:00:00.000Z', null]]))).toEqual([
      'a open',
      'a verified',
      'a forwarded',
    ]);
  });

  it('tells beforehand how long the calls take', () => {
    expect(playingMs(Float64Array.of(0, 600_000, 900_000_000), PACE)).toBe(1_000 + 10_000);
    expect(playingMs(new Float64Array(0), PACE)).toBe(0);
  });
});
