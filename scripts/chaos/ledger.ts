import type { Change } from '@shared/protocol/changes';

/** A write that its sender was told is done. */
export interface Acknowledged {
  /** Of the record it concerns. */
  id: string;
  /** An instant in the record itself, and in no other. */
  marker: string;
}

/** Each finding names the marker, the ids and the seqs, so that it can be looked up. */
export interface Findings {
  /** Acknowledged, and not in the log. */
  lost: string[];
  /** In the log more than once, under one id or several. */
  duplicated: string[];
  /** Seqs that are missing between the first and the last. */
  holes: string[];
}

/** Compare what senders were told with the log, which is in seq order. */
export function checkLedger(
  acknowledged: readonly Acknowledged[],
  log: readonly Change[],
): Findings {
  const entries = new Map<string, { id: string; seq: number }[]>();
  for (const change of log) {
    const entry = entryOf(change);
    if (entry === null) continue;
    const { id, marker } = entry;
    entries.set(marker, [...(entries.get(marker) ?? []), { id, seq: change.seq }]);
  }
  return {
    lost: acknowledged
      .filter(({ id, marker }) => entries.get(marker)?.some((entry) => entry.id === id) !== true)
      .map(({ id, marker }) => `${marker} ${id}`),
    duplicated: [...entries]
      .filter(([, found]) => found.length > 1)
      .map(
        ([marker, found]) =>
          `${marker} ${found.map(({ id, seq }) => `${id} at ${String(seq)}`).join(', ')}`,
      ),
    holes: log
      .filter(({ seq }, index) => seq !== (log[0]?.seq ?? 1) + index)
      .slice(0, 1)
      .map(({ seq }) => `before ${String(seq)}`),
  };
}

/** What a writer of this tool may have caused; null: something else. */
function entryOf(change: Change): Acknowledged | null {
  switch (change.type) {
    case 'call.recorded':
      return { id: change.data.call.id, marker: change.data.call.receivedAt };
    case 'incident.opened': {
      const { id, milestones } = change.data.incident;
      return milestones.callReceivedAt === null ? null : { id, marker: milestones.callReceivedAt };
    }
    case 'incident.transitioned':
      return { id: change.data.incidentId, marker: change.data.at };
    case 'complaint.received':
      return { id: change.data.complaint.id, marker: change.data.complaint.receivedAt };
    default:
      return null;
  }
}
