import { type Case, drawCases } from './draw-cases';
import type { Pool } from './fill-marks';
import { followLog } from './follow-log';
import type { HttpCase } from './http-case';
import { learnId } from './learn-ids';
import { openPool } from './open-pool';
import { readBack } from './read-back';
import { discoverRoutes } from './routes';
import { type Ran, runCase } from './run-case';
import { startTarget, type Target } from './start-target';
import { describeFinding, emptyTally, type Tally } from './tally';
import { type AnswerSource, judgeAnswer, type Verdict } from './verdict';
import { readHeadSeq, watchLogHead } from './watch-log-head';
import { createWorld } from './world';

export interface FuzzOptions {
  cases: number;
  seed: number;
  /** The one case to run of those; null: all. */
  only: number | null;
  print: (text: string) => void;
}

/** Reads, sockets and raw connections under way beside the writes, which come one after another. */
const MAX_BESIDE = 8;
const LOOK_EVERY = 25;
/** Before the ten minutes of an access token are over, on the slowest machine too. */
const RENEW_EVERY = 1_000;
const SIGN_OUT = 'DELETE /api/v1/session';
const LOOK_LIMIT_MS = 2_000;

/**
 * Throw cases at a real backend and count what must not happen: an answer of 500 and more, the end of the
 * process, no end of an answer, something stored that should not be, something told that should not be.
 */
export async function fuzz(options: FuzzOptions): Promise<Tally> {
  const target = await startTarget('empty');
  try {
    return await fuzzTarget(target, options);
  } finally {
    await target.stop();
  }
}

async function fuzzTarget(
  target: Target,
  { cases, seed, only, print }: FuzzOptions,
): Promise<Tally> {
  const tally = emptyTally();
  const { pool, readerToken, tokenNames, city, openApi, renew } = await openPool(target);
  const startSeq = await readHeadSeq(target.url);
  const secrets = { texts: target.secrets(), folders: [target.dataDir, target.root] };
  const logHead = watchLogHead(() => readHeadSeq(target.url), startSeq);
  const note = (verdict: Verdict, index: number | null, sent: readonly Buffer[]) => {
    tally[verdict.fault] += 1;
    print(describeFinding({ verdict, index, seed, sent }));
    if (verdict.fault === 'http5xx')
      print(`  logged: ${target.lastLines().slice(-3).join('\n  ')}`);
  };

  async function run(drawn: Case, index: number): Promise<Ran> {
    pool.nowMs = Date.now();
    const ran = await runCase(drawn, index, target.port, pool);
    tally.cases += 1;
    const { status } = ran.answer;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const verdict = judgeAnswer(ran.exchange, ran.answer, secrets, sourceOf(drawn));
    if (verdict !== null && target.ended() === null) note(verdict, index, ran.sent);
    return ran;
  }

  const statuses = new Map<number, number>();
  const beside = new Set<Promise<unknown>>();
  let index = -1;
  const world = createWorld(city);
  const routes = discoverRoutes(openApi);
  for (const drawn of drawCases({ seed, count: cases, routes, world, tokenNames })) {
    index += 1;
    if (only !== null && index !== only) continue;
    if (index % LOOK_EVERY === 0) await look(target, note, index);
    if (index % RENEW_EVERY === RENEW_EVERY - 1) await renew();
    if (target.ended() !== null) break;
    if (isWrite(drawn)) {
      const ran = await run(drawn, index);
      learnId(drawn, ran.answer, pool);
      if (drawn.route === SIGN_OUT && ran.answer.status === 204) await renew();
      // Without an answer there is nothing to hold the log against.
      const verdict = ran.answer.status === 0 ? null : await logHead.afterWrite(ran.answer);
      if (verdict !== null) note(verdict, index, ran.sent);
    } else {
      if (beside.size >= MAX_BESIDE) await Promise.race(beside);
      const one: Promise<unknown> = run(drawn, index).finally(() => beside.delete(one));
      beside.add(one);
    }
  }
  await Promise.all(beside);
  print(`answers by status: ${inWords(statuses)}`);
  const endedAs = target.ended();
  if (endedAs !== null) {
    note(
      { fault: 'crashes', reason: `the backend ${endedAs}\n${target.lastLines().join('\n')}` },
      index,
      [],
    );
    return tally;
  }
  for (const problem of await problemsInStore(target.url, readerToken, pool, startSeq, print))
    note({ fault: 'storedGarbage', reason: problem }, null, []);
  return tally;
}

/** Is it there, and does it answer whoever only wants to know that? */
async function look(
  target: Target,
  note: (verdict: Verdict, index: number, sent: readonly Buffer[]) => void,
  index: number,
): Promise<void> {
  const startMs = performance.now();
  try {
    const reply = await fetch(`${target.url}/health/live`, {
      signal: AbortSignal.timeout(LOOK_LIMIT_MS),
    });
    if (!reply.ok) note({ fault: 'http5xx', reason: `health says ${reply.status}` }, index, []);
  } catch {
    if (target.ended() !== null) return;
    const afterMs = Math.round(performance.now() - startMs);
    note({ fault: 'hangs', reason: `health has not answered for ${afterMs} ms` }, index, []);
  }
}

async function problemsInStore(
  url: string,
  token: string,
  pool: Pool,
  startSeq: number,
  print: (text: string) => void,
): Promise<string[]> {
  const { records, problems } = await readBack(url, token);
  const streamId = pool.tokens['streamId'] ?? '';
  const log = await followLog(url, token, { streamId, lastSeq: startSeq });
  const snapshot = await followLog(url, token, null);
  print(
    `read back ${records} records and ${log.headSeq - startSeq} changes in log order, up to ${log.headSeq}`,
  );
  const isSame = log.headSeq === snapshot.headSeq;
  const torn = isSame ? [] : [`log ends at ${log.headSeq}, the snapshot at ${snapshot.headSeq}`];
  return [...problems, ...log.problems, ...snapshot.problems, ...torn];
}

const inWords = (statuses: ReadonlyMap<number, number>): string =>
  [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status === 0 ? 'none' : status} ${count}`)
    .join(', ');

/** One at a time, so that what the log does can be held against what was answered. */
const isWrite = (drawn: Case): drawn is HttpCase =>
  drawn.kind === 'http' && !['GET', 'HEAD', 'OPTIONS'].includes(drawn.method);

function sourceOf(drawn: Case): AnswerSource {
  if (drawn.kind !== 'http') return 'stream';
  return /openapi\.json|\/docs\b/.test(drawn.target) ? 'description' : 'api';
}
