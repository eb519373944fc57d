import { randomUUID } from 'node:crypto';

import type { CityPack } from '@shared/domain/city-pack';

import type { Clock } from '../clock';
import { type FeedStep, timetableOf } from './feed-timetable';
import type { ImportProfile } from './import-profile';
import type { IntakeClient } from './intake-client';
import { interpretRow, type LoggedIncident } from './interpret-row';
import type { PlaceFinder } from './place-finder';
import type { RowSource } from './read-rows';
import { sendWithRetry } from './send-with-retry';

export interface FeedReport {
  read: number;
  rejected: number;
  incidents: number;
  closed: number;
  refused: number;
}

export interface FeedOptions {
  rows: RowSource;
  profile: ImportProfile;
  city: CityPack;
  places: PlaceFinder;
  client: IntakeClient;
  clock: Clock;
  /** Seconds of the log per second. */
  speed: number;
  limit: number;
  signal: AbortSignal;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  say: (text: string) => void;
}

const LONGEST_SILENCE_MS = 10_000;

/**
 * Play a past log as if it were happening now: each incident is called in, opened, forwarded and closed
 * at its own place in time, through the intake. A run has keys of its own, so a log can be played twice.
 */
export async function feedLog(options: FeedOptions): Promise<FeedReport> {
  const { clock, signal, say, speed } = options;
  const report: FeedReport = { read: 0, rejected: 0, incidents: 0, closed: 0, refused: 0 };
  const logged = await readLog(options, report);
  const steps = timetableOf(logged, { speed, longestSilenceMs: LONGEST_SILENCE_MS });
  const lastMs = steps.at(-1)?.afterMs ?? 0;
  say(
    `${String(logged.length)} incidents over ${duration(lastMs)} at ${String(speed)} times the speed of life; silences longer than 10 s are cut to 10 s.`,
  );

  const player = createPlayer(options, report);
  const startedMs = clock.nowMs();
  for (const step of steps) {
    await options.sleep(step.afterMs - (clock.nowMs() - startedMs), signal);
    if (signal.aborted) break;
    await player.play(step);
  }
  return report;
}

async function readLog(
  { rows, profile, city, places, clock, limit, say }: FeedOptions,
  report: FeedReport,
): Promise<LoggedIncident[]> {
  const logged: LoggedIncident[] = [];
  for await (const item of rows.rows) {
    report.read += 1;
    const result = item.ok
      ? interpretRow(item.row, { profile, city, places, now: clock.now() })
      : item;
    if (result.ok) logged.push(result.value);
    else {
      report.rejected += 1;
      say(`line ${String(item.ok ? item.row.line : item.line)}: ${result.reason}`);
    }
    if (logged.length >= limit) break;
  }
  return logged;
}

interface Player {
  play(step: FeedStep): Promise<void>;
}

function createPlayer(
  { client, profile, clock, signal, sleep, say }: FeedOptions,
  report: FeedReport,
): Player {
  const runId = `feed-${randomUUID().slice(0, 8)}`;
  const ids = new Map<string, string>();
  const send = async (path: string, body: object, key: string): Promise<string | null> => {
    const answer = await sendWithRetry(
      client,
      { path, body, key: `${runId}-${key}` },
      {
        signal,
        sleep,
        onAway: (reason) =>
          say(
            reason === null
              ? 'The dashboard answers again.'
              : `The dashboard does not answer (${reason}); trying on …`,
          ),
      },
    );
    if (answer === null) return null;
    if (answer.kind === 'done') return answer.id;
    report.refused += 1;
    say(`refused: ${answer.message}`);
    return null;
  };
  const provenanceOf = (id: string) => ({ source: profile.source, externalId: `${runId}/${id}` });

  return {
    async play({ kind, incident }) {
      const key = incident.externalId;
      const at = clock.now();
      if (kind === 'open') {
        const callId = profile.createsCall
          ? await send(
              '/calls',
              { type: 'normal', receivedAt: at, provenance: provenanceOf(key) },
              `${key}-call`,
            )
          : null;
        const id = await send(
          '/incidents',
          openingOf(incident, callId, at, provenanceOf(key)),
          `${key}-open`,
        );
        if (id === null) return;
        ids.set(key, id);
        report.incidents += 1;
        say(`${at}  ${incident.categoryCode}  ${placeOf(incident)}`);
        return;
      }
      const id = ids.get(key);
      if (id === undefined) return;
      const agencyCodes =
        kind === 'forwarded' && incident.agencyCodes.length > 0
          ? { agencyCodes: incident.agencyCodes }
          : {};
      const done = await send(
        `/incidents/${id}/transitions`,
        { to: kind, at, ...agencyCodes },
        `${key}-${kind}`,
      );
      if (done !== null && kind === 'closed') report.closed += 1;
    },
  };
}

function openingOf(
  { categoryCode, subcategoryCode, priority, area, lngLat }: LoggedIncident,
  callId: string | null,
  at: string,
  provenance: object,
): object {
  return {
    categoryCode,
    priority,
    area,
    callReceivedAt: at,
    provenance,
    ...(subcategoryCode !== null && { subcategoryCode }),
    ...(lngLat !== null && { lngLat }),
    ...(callId !== null && { callId }),
  };
}

function placeOf({ area }: LoggedIncident): string {
  if (area.kind === 'outside_city')
    return [area.kelurahanText, area.kecamatanText].filter((text) => text !== null).join(', ');
  return area.kind === 'in_city' ? (area.kelurahanCode ?? area.kecamatanCode) : '';
}

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? `${String(Math.round(ms / 1000))} s` : `${String(minutes)} min`;
}
