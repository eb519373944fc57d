import type { CityPack } from '@shared/domain/city-pack';

import { createFeedPlayer, type FeedPlayer, type PlayerDeps } from './feed-player';
import { type FeedSpool, openFeedSpool } from './feed-spool';
import { type FeedPace, type FeedStep, playingMs, timetableOf } from './feed-timetable';
import { interpretRow } from './interpret-row';
import type { PlaceFinder } from './place-finder';
import type { RowSource } from './read-rows';

/** `read` = `played` + `skipped` + `rejected`. */
export interface FeedReport {
  read: number;
  /** Rows whose incident the dashboard took. */
  played: number;
  /** Rows that repeat another one's id, or that were still to come when the feed was ended. */
  skipped: number;
  /** Rows that cannot be believed, or that the dashboard refused. */
  rejected: number;
  /** Of those played: left open on the dashboard. */
  open: number;
}

export interface FeedOptions extends PlayerDeps, FeedPace {
  rows: RowSource;
  city: CityPack;
  places: PlaceFinder;
  /** Only so many incidents of the log's first. */
  limit: number;
}

/**
 * Play a past log as if it were happening now: each incident is called in, opened, forwarded and closed
 * at its own place in time, through the intake. Ended by its signal, it finishes the step under way.
 */
export async function feedLog(options: FeedOptions): Promise<FeedReport> {
  const report: FeedReport = { read: 0, played: 0, skipped: 0, rejected: 0, open: 0 };
  const spool = await openFeedSpool();
  try {
    await readLog(options, spool, report);
    const span = duration(playingMs(spool.receivedMs(), options));
    options.say(
      `${String(spool.size())} incidents, the calls within ${span}: ${String(options.speed)} times the speed of life, no silence longer than ${duration(options.longestGapMs)}.`,
    );
    await play(options, spool, report);
  } finally {
    await spool.close();
  }
  return report;
}

async function readLog(
  { rows, profile, city, places, clock, limit, say }: FeedOptions,
  spool: FeedSpool,
  report: FeedReport,
): Promise<void> {
  for await (const item of rows.rows) {
    report.read += 1;
    const line = item.ok ? item.row.line : item.line;
    const result = item.ok
      ? interpretRow(item.row, { profile, city, places, now: clock.now() })
      : item;
    if (result.ok) await spool.add({ line, incident: result.value });
    else {
      report.rejected += 1;
      say(`line ${String(line)}: ${result.reason}`);
    }
    if (spool.size() >= limit) return;
  }
}

async function play(options: FeedOptions, spool: FeedSpool, report: FeedReport): Promise<void> {
  const { clock, signal, sleep, say } = options;
  const player = createFeedPlayer(options);
  const startedMs = clock.nowMs();
  for await (const step of timetableOf(spool.inOrder(), options)) {
    await sleep(step.afterMs - (clock.nowMs() - startedMs), signal);
    if (signal.aborted) break;
    await take(step, player, report);
  }
  report.open = player.openCount();
  report.skipped = report.read - report.played - report.rejected;
  if (signal.aborted)
    say(
      `Ended early: ${String(report.skipped)} rows were not played; ${String(report.open)} incidents of this feed stay open on the dashboard.`,
    );
}

async function take(step: FeedStep, player: FeedPlayer, report: FeedReport): Promise<void> {
  if (step.kind !== 'open') return player.advance(step);
  const opening = await player.open(step);
  if (opening === 'opened') report.played += 1;
  if (opening === 'refused') report.rejected += 1;
}

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? `${String(Math.round(ms / 1000))} s` : `${String(minutes)} min`;
}
