import { afterEach, beforeEach, expect, it } from 'vitest';

import { type FeedSpool, openFeedSpool } from './feed-spool';
import { collect } from './testing/collect';
import { aLoggedIncident } from './testing/logged-incident';

let spool: FeedSpool;
beforeEach(async () => {
  spool = await openFeedSpool();
});
afterEach(() => spool.close());

it('gives back in order of time what was put in out of order, and keeps the order of equals', async () => {
  // More than its index has room for at first, and text of more than one byte a letter.
  const count = 2_500;
  for (let line = 0; line < count; line += 1) {
    const receivedAt = new Date(Date.UTC(2024, 0, 1, 0, (line * 7_919) % 1_000)).toISOString();
    await spool.add({ line, incident: aLoggedIncident(`ñ-${String(line)}`, receivedAt, null) });
  }
  const given = await collect(spool.inOrder());
  expect(spool.size()).toBe(count);
  expect(new Set(given.map(({ line }) => line)).size).toBe(count);
  for (const [i, { line, incident }] of given.entries()) {
    expect(incident.externalId).toBe(`ñ-${String(line)}`);
    const before = given[i - 1];
    if (before === undefined) continue;
    const later = incident.receivedAt > before.incident.receivedAt;
    expect(
      later || (incident.receivedAt === before.incident.receivedAt && line > before.line),
    ).toBe(true);
  }
  expect([...spool.receivedMs()]).toEqual(
    given.map(({ incident }) => Date.parse(incident.receivedAt)),
  );
});
