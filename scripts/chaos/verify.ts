import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { StoredChange } from '@shared/protocol/changes';

import { systemClock } from '../../src/backend/clock';
import { silentLog } from '../../src/backend/log';
import { readChangesAfter } from '../../src/backend/store/change-log';
import { openStore } from '../../src/backend/store/open-store';
import { startFollower } from './followers';
import { checkLedger, type Findings } from './ledger';
import type { Description } from './messages';
import type { RunLog } from './run-log';
import type { World } from './world';

export interface Verdict extends Findings {
  acked: number;
  /** Names of the clients whose state differs from a fresh snapshot. */
  diverged: string[];
  refused: string[];
  /** Writers whose last request was not answered, though every node was ready. */
  unanswered: number;
}

const READY_LIMIT_MS = 60_000;
const SETTLED_LIMIT_MS = 60_000;
const ANSWER_LIMIT_MS = 30_000;
const PAGE = 5_000;

/** Let all come to rest, then compare: clients with fresh ones, and what senders were told with the log on disk. */
export async function verify(world: World, log: RunLog): Promise<Verdict> {
  await world.untilReady(READY_LIMIT_MS);
  const answered = await Promise.all(
    world.writers.map(({ writer }) => writer.stop(ANSWER_LIMIT_MS)),
  );
  const diverged = await findDiverged(world, log);
  await Promise.all(world.nodes.map((node) => node.stop('SIGTERM')));
  const acknowledged = world.writers.flatMap(({ writer }) => writer.acknowledged);
  const findings = checkLedger(acknowledged, await readWholeLog(world));
  const refused = world.writers.flatMap(({ writer }) => writer.refused);
  const verdict: Verdict = {
    acked: new Set(acknowledged.map(({ marker }) => marker)).size,
    ...findings,
    diverged,
    refused,
    unanswered: answered.filter((isAnswered) => !isAnswered).length,
  };
  log.record({ verdict });
  return verdict;
}

/** Every client, and a fresh one of every node: all must say the same of the same seq. */
async function findDiverged(world: World, log: RunLog): Promise<string[]> {
  const fresh = await Promise.all(
    world.nodes.map(async (node, index) => {
      const follower = await startFollower(`fresh-${String(index + 1)}`);
      follower.follow(node.url, world.token);
      return follower;
    }),
  );
  try {
    const head = await world.headSeq();
    const all = [...fresh, ...world.followers.map(({ follower }) => follower)];
    await Promise.all(all.map((follower) => follower.liveAt(head, SETTLED_LIMIT_MS)));
    const said = await Promise.all(all.map((follower) => follower.describe(true)));
    const [truth] = said;
    const differing = all.filter((_, index) => !isSame(truth, said[index]));
    if (differing.length > 0) keepTexts(all, said, log);
    return differing.map(({ name }) => name);
  } finally {
    for (const follower of fresh) follower.end();
  }
}

function isSame(a: Description | undefined, b: Description | undefined): boolean {
  return a !== undefined && b !== undefined && a.seq === b.seq && a.hash === b.hash;
}

/** Two of these, compared line by line, show what differs. */
function keepTexts(
  all: readonly { name: string }[],
  said: readonly Description[],
  log: RunLog,
): void {
  for (const [index, { name }] of all.entries()) {
    const file = join(dirname(log.file), `state-of-${name}.txt`);
    writeFileSync(file, said[index]?.text ?? '');
    log.note(
      `${name}: seq ${String(said[index]?.seq)}, link ${String(said[index]?.link)}, ${file}`,
    );
  }
}

/** From the database itself, with no server in between. */
async function readWholeLog({ databaseUrl, nodes }: World): Promise<StoredChange[]> {
  const store = await openStore({
    dataDir: databaseUrl === null ? (nodes[0]?.dataDir ?? null) : null,
    databaseUrl,
    clock: systemClock,
    log: silentLog,
  });
  try {
    const log: StoredChange[] = [];
    for (;;) {
      const page = await readChangesAfter(store.db, log.at(-1)?.seq ?? 0, PAGE);
      log.push(...page.map(({ change }) => change));
      if (page.length < PAGE) return log;
    }
  } finally {
    await store.close();
  }
}
