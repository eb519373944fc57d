import type { Assignment } from '@shared/domain/assignment';
import { type Audience, streamIdFor } from '@shared/domain/audience';
import type { Call } from '@shared/domain/call';
import type { Complaint } from '@shared/domain/complaint';
import { createDisclosurePolicy } from '@shared/domain/disclosure';
import type { Incident } from '@shared/domain/incident';
import { type Instant, wibDay } from '@shared/domain/time';
import type { Unit } from '@shared/domain/unit';
import type { Change, ChangeDraft, StoredChange } from '@shared/protocol/changes';
import type { LoggedChange } from '@shared/protocol/logged-change';
import { renderChange } from '@shared/protocol/render-change';
import { renderSnapshot } from '@shared/protocol/render-snapshot';
import { type CallTally, horizonOf, type Snapshot } from '@shared/protocol/snapshot';
import type { Hello, ResumePoint } from '@shared/protocol/stream';

import { subjectsOf } from '../../src/backend/store/change-subjects';
import { buildTestCity } from '../support/test-city';

export const POLICY = createDisclosurePolicy(buildTestCity());

/**
 * The server's state, kept as a database keeps it: whole tables of rows, out of which a snapshot is *queried*.
 * It shares no code with the client's reducer, so that agreeing with it means something.
 */
export interface ModelServer extends ServerView {
  readonly tables: Tables;
  advance(durationMs: number): void;
  /** Append to the log; the rows must already say the same. @param record as `Tx.append` wants it */
  commit(draft: ChangeDraft, record?: Incident | Complaint): void;
  /** The server as an audience sees it. */
  as(audience: Audience): ServerView;
  /** Forget the oldest changes of the log, as a server with a bounded log does. */
  trimLog(keep: number): void;
}

/** What a client sees of the server. */
export interface ServerView {
  nowMs(): number;
  now(): Instant;
  headSeq(): number;
  hello(): Hello;
  changesAfter(seq: number): Change[];
  snapshot(): Snapshot;
  /** Changes after the point, or a snapshot where the log cannot answer: what a handshake or a `resume` gets. */
  answer(
    point: ResumePoint | null,
  ): { kind: 'changes'; changes: Change[] } | { kind: 'snapshot'; snapshot: Snapshot };
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
  let log: Omit<LoggedChange, 'incident'>[] = [];
  let seq = 0;
  let lastRecordedAt = iso(startMs);

  const loggedAfter = (afterSeq: number): LoggedChange[] =>
    log
      .filter(({ change }) => change.seq > afterSeq)
      // As a database joins them: what they are by now, not what they were then.
      .map((entry) => ({ ...entry, incident: incidentOf(entry.change, tables) }));

  function as(audience: Audience): ServerView {
    const ownId = streamIdFor(streamId, audience, 'rules');
    const changesAfter = (afterSeq: number): Change[] =>
      loggedAfter(afterSeq).map((logged) => renderChange(audience, logged, POLICY));
    const snapshot = (): Snapshot =>
      renderSnapshot(audience, querySnapshot(tables, seq, horizonOf(lastRecordedAt)), POLICY);
    return {
      nowMs: () => timeMs,
      now: () => iso(timeMs),
      headSeq: () => seq,
      hello: () => ({
        streamId: ownId,
        serverTime: iso(timeMs),
        headSeq: seq,
        profile: 'empty',
        cityHash: 'city',
        serverVersion: 'test',
      }),
      changesAfter,
      snapshot,
      answer: (point) => {
        const isKnown = point?.streamId === ownId && point.lastSeq <= seq;
        const firstSeq = log[0]?.change.seq ?? Infinity;
        const reachesBack = isKnown && (point.lastSeq === seq || firstSeq <= point.lastSeq + 1);
        return reachesBack
          ? { kind: 'changes', changes: changesAfter(point.lastSeq) }
          : { kind: 'snapshot', snapshot: snapshot() };
      },
    };
  }

  return {
    ...as({ kind: 'room' }),
    as,
    tables,
    advance: (durationMs) => {
      timeMs += durationMs;
    },
    commit: (draft, record) => {
      seq += 1;
      lastRecordedAt = iso(timeMs);
      const actor = { kind: 'integration', id: 'test' } as const;
      const change = { seq, recordedAt: lastRecordedAt, actor, ...draft };
      log.push({ change, record: record ?? null });
    },
    trimLog: (keep) => {
      log = log.slice(-keep);
    },
  };
}

function incidentOf(change: StoredChange, tables: Tables): LoggedChange['incident'] {
  const { incidentId } = subjectsOf(change);
  return incidentId === null ? null : (tables.incidents.get(incidentId) ?? null);
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
