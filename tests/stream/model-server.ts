import type { Assignment } from '@shared/domain/assignment';
import type { Call } from '@shared/domain/call';
import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import { type Instant, wibDay } from '@shared/domain/time';
import type { Unit } from '@shared/domain/unit';
import type { Change, ChangeDraft } from '@shared/protocol/changes';
import { type CallTally, horizonOf, type Snapshot } from '@shared/protocol/snapshot';
import type { Hello, ResumePoint } from '@shared/protocol/stream';

/**
 * The server's state, kept as a database keeps it: whole tables of rows, out of which a snapshot is *queried*.
 * It shares no code with the client's reducer, so that agreeing with it means something.
 */
export interface ModelServer {
  readonly tables: Tables;
  nowMs(): number;
  now(): Instant;
  advance(durationMs: number): void;
  /** Append to the log; the rows must already say the same. */
  commit(draft: ChangeDraft): void;
  headSeq(): number;
  hello(): Hello;
  changesAfter(seq: number): Change[];
  snapshot(): Snapshot;
  /** Changes after the point, or a snapshot where the log cannot answer: what a handshake or a `resume` gets. */
  answer(
    point: ResumePoint | null,
  ): { kind: 'changes'; changes: Change[] } | { kind: 'snapshot'; snapshot: Snapshot };
  /** Forget the oldest changes of the log, as a server with a bounded log does. */
  trimLog(keep: number): void;
}

export interface Tables {
  calls: Map<string, Call>;
  incidents: Map<string, Incident>;
  assignments: Map<string, Assignment>;
  units: Map<string, Unit>;
  complaints: Map<string, Complaint>;
}

export function createModelServer(streamId: string, startMs: number): ModelServer {
  const tables: Tables = {
    calls: new Map(),
    incidents: new Map(),
    assignments: new Map(),
    units: new Map(),
    complaints: new Map(),
  };
  let timeMs = startMs;
  let log: Change[] = [];
  let seq = 0;
  let lastRecordedAt = iso(startMs);

  const changesAfter = (afterSeq: number): Change[] =>
    log.filter((change) => change.seq > afterSeq);
  const snapshot = (): Snapshot => querySnapshot(tables, seq, horizonOf(lastRecordedAt));

  return {
    tables,
    nowMs: () => timeMs,
    now: () => iso(timeMs),
    advance: (durationMs) => {
      timeMs += durationMs;
    },
    commit: (draft) => {
      seq += 1;
      lastRecordedAt = iso(timeMs);
      log.push({
        seq,
        recordedAt: lastRecordedAt,
        actor: { kind: 'integration', id: 'test' },
        ...draft,
      });
    },
    headSeq: () => seq,
    hello: () => ({
      streamId,
      serverTime: iso(timeMs),
      headSeq: seq,
      profile: 'empty',
      cityHash: 'city',
      serverVersion: 'test',
    }),
    changesAfter,
    snapshot,
    answer: (point) => {
      const isKnown = point?.streamId === streamId && point.lastSeq <= seq;
      const reachesBack =
        isKnown && (point.lastSeq === seq || (log[0]?.seq ?? Infinity) <= point.lastSeq + 1);
      return reachesBack
        ? { kind: 'changes', changes: changesAfter(point.lastSeq) }
        : { kind: 'snapshot', snapshot: snapshot() };
    },
    trimLog: (keep) => {
      log = log.slice(-keep);
    },
  };
}

function querySnapshot(tables: Tables, seq: number, horizonAt: Instant): Snapshot {
  const isCurrent = ({ endedAt }: { endedAt: Instant | null }): boolean =>
    endedAt === null || Date.parse(endedAt) >= Date.parse(horizonAt);
  const incidents = [...tables.incidents.values()].filter(isCurrent);
  const shown = new Set(incidents.map(({ id }) => id));
  return {
    seq,
    horizonAt,
    incidents,
    assignments: [...tables.assignments.values()].filter(({ incidentId }) => shown.has(incidentId)),
    units: [...tables.units.values()],
    complaints: [...tables.complaints.values()].filter(isCurrent),
    callTallies: tallyCalls(tables.calls.values(), wibDay(horizonAt)),
    positions: [],
  };
}

function tallyCalls(calls: Iterable<Call>, firstDay: string): Record<string, CallTally> {
  const tallies: Record<string, CallTally> = {};
  for (const { receivedAt, type } of calls) {
    const day = wibDay(receivedAt);
    if (day < firstDay) continue;
    tallies[day] ??= { normal: 0, informasi: 0, prank: 0, ghost: 0, terputus: 0 };
    tallies[day][type] += 1;
  }
  return tallies;
}

const iso = (ms: number): Instant => new Date(ms).toISOString();
