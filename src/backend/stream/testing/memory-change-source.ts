import type { Unit } from '@shared/domain/unit';
import type { StoredChange } from '@shared/protocol/changes';
import { horizonOf, type Snapshot } from '@shared/protocol/snapshot';

import type { ChangeSource } from '../change-source';

export interface MemoryChangeSource extends ChangeSource {
  /** Commit so many changes in one go. */
  commit(count: number): void;
  /** Every read from now on waits, then fails with this; null: works again. */
  fail(error: Error | null): void;
  /** Forget the changes up to this seq, as a log that was cut off would. */
  prune(upToSeq: number): void;
  seq(): number;
  units(): Unit[];
}

interface Options {
  streamId?: string;
  /** Awaited before and after each look at the log, so that commits fall in between. */
  jitter?: () => Promise<void>;
  /** Bytes of filling in each unit status. */
  ballast?: number;
}

const UNIT_IDS = ['DMK-01', 'DMK-02', 'PSC-01', 'PMI-01', 'SPP-01'];
const RECORDED_AT = '2026-11-24T01:00:00.000Z';

/** A change log without a database: unit statuses that go round, so that a skipped or repeated change shows. */
export function createMemoryChangeSource(options: Options = {}): MemoryChangeSource {
  const { streamId = 'log-a', jitter = () => Promise.resolve(), ballast = 0 } = options;
  const filling = '.'.repeat(ballast);
  const log: StoredChange[] = [];
  const units = new Map(UNIT_IDS.map((id) => [id, unitAtStart(id)]));
  const listeners = new Set<() => void>();
  let prunedSeq = 0;
  let failure: Error | null = null;

  function append(): void {
    const seq = log.length + 1;
    const id = UNIT_IDS[(seq * 7) % UNIT_IDS.length] ?? 'DMK-01';
    const unit = units.get(id) ?? unitAtStart(id);
    const next: Unit = { ...unit, statusCode: `S${seq}${filling}`, version: unit.version + 1 };
    units.set(id, next);
    log.push({
      seq,
      recordedAt: RECORDED_AT,
      actor: { kind: 'integration', id: 'feed' },
      type: 'unit.statusChanged',
      data: {
        unitId: id,
        incidentId: null,
        fromStatusCode: unit.statusCode,
        statusCode: next.statusCode,
        statusMeaning: 'available_mobile',
        statusSince: RECORDED_AT,
        isSos: false,
        version: next.version,
      },
    });
  }

  async function look<T>(read: () => T): Promise<T> {
    await jitter();
    if (failure !== null) throw failure;
    const value = read();
    await jitter();
    return value;
  }

  return {
    readHead: () => look(() => ({ streamId, seq: log.length })),
    readChangesAfter: (seq, limit) =>
      look(() =>
        log
          .slice(Math.max(seq, prunedSeq), Math.max(seq, prunedSeq) + limit)
          .map((change) => ({ change, record: null, incident: null })),
      ),
    readSnapshot: () => look(snapshot),
    onCommit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    commit(count) {
      for (let n = 0; n < count; n += 1) append();
      for (const listener of listeners) listener();
    },
    fail(error) {
      failure = error;
    },
    prune(upToSeq) {
      prunedSeq = upToSeq;
    },
    seq: () => log.length,
    units: () => [...units.values()],
  };

  function snapshot(): Snapshot {
    return {
      seq: log.length,
      horizonAt: horizonOf(RECORDED_AT),
      incidents: [],
      assignments: [],
      units: [...units.values()],
      complaints: [],
      callTallies: {},
      positions: [],
    };
  }
}

function unitAtStart(id: string): Unit {
  return {
    id,
    agencyCode: 'DAMKAR',
    stationCode: 'POS-1',
    kind: 'fire_engine',
    statusCode: 'S0',
    statusMeaning: 'available_mobile',
    statusSince: RECORDED_AT,
    isSos: false,
    version: 1,
  };
}
