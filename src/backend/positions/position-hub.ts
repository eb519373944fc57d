import type { PositionReport } from '@shared/protocol/commands';
import type { PositionTuple } from '@shared/protocol/positions';
import type { PositionsReply } from '@shared/protocol/replies';

import type { Clock } from '../clock';

/** A tracker's clock may be this far ahead of the server's; what claims to be later is refused. */
const MAX_AHEAD_MS = 60_000;

export interface PositionHub {
  /**
   * Take in reports. One that is not newer than what is known of its unit is accepted and changes nothing,
   * so that a retried or late batch does no harm.
   * @returns how many were accepted, and why others were not, by index
   */
  report(reports: readonly PositionReport[]): PositionsReply;
  /** Take in what another node was given: to be shown here, but saved there. What is not newer changes nothing. */
  takeIn(positions: readonly PositionTuple[]): void;
  /** Positions that came in since the last call, the latest one per unit. */
  takeMoved(): PositionTuple[];
  /** The same for the one who saves them. */
  takeUnsaved(): PositionTuple[];
  /** The same for the one who tells other nodes. */
  takeUntold(): PositionTuple[];
  /** Give back what could not be saved; newer positions of the same units stay. */
  returnUnsaved(positions: readonly PositionTuple[]): void;
  /** Units with a position that is not saved. */
  unsavedCount(): number;
  latest(): PositionTuple[];
}

interface Deps {
  clock: Clock;
  /** Bounds the hub: it holds one position for each unit of the city and none for anything else. */
  isKnownUnit: (unitId: string) => boolean;
  /** From the store, at start. */
  initial: readonly PositionTuple[];
}

/** The latest position per unit, by the tracker's own time. */
export function createPositionHub({ clock, isKnownUnit, initial }: Deps): PositionHub {
  const latest = new Map(initial.map((position) => [position[0], position]));
  const moved = new Set<string>();
  const unsaved = new Set<string>();
  const untold = new Set<string>();

  function refusal(report: PositionReport, nowMs: number): string | null {
    if (!isKnownUnit(report.unitId)) return `unknown unit ${report.unitId}`;
    if (Date.parse(report.observedAt) > nowMs + MAX_AHEAD_MS) {
      return `observedAt ${report.observedAt} is more than ${MAX_AHEAD_MS / 1_000} s in the future`;
    }
    return null;
  }

  /** @returns false where it is not newer than what is known */
  function move(position: PositionTuple): boolean {
    const [unitId] = position;
    const known = latest.get(unitId);
    if (known !== undefined && known[5] >= position[5]) return false;
    latest.set(unitId, position);
    moved.add(unitId);
    return true;
  }

  function take(ids: Set<string>): PositionTuple[] {
    const positions: PositionTuple[] = [];
    for (const id of ids) {
      const position = latest.get(id);
      if (position !== undefined) positions.push(position);
    }
    ids.clear();
    return positions;
  }

  return {
    report(reports) {
      const nowMs = clock.nowMs();
      const rejected: PositionsReply['rejected'] = [];
      for (const [index, report] of reports.entries()) {
        const reason = refusal(report, nowMs);
        if (reason !== null) {
          rejected.push({ index, reason });
          continue;
        }
        const position = tupleOf(report);
        if (!move(position)) continue;
        unsaved.add(report.unitId);
        untold.add(report.unitId);
      }
      return { accepted: reports.length - rejected.length, rejected };
    },
    takeIn(positions) {
      for (const position of positions) if (isKnownUnit(position[0])) move(position);
    },
    takeMoved: () => take(moved),
    takeUnsaved: () => take(unsaved),
    takeUntold: () => take(untold),
    returnUnsaved(positions) {
      for (const [unitId] of positions) unsaved.add(unitId);
    },
    unsavedCount: () => unsaved.size,
    // A unit that the city has retired keeps its last position here, unseen.
    latest: () => [...latest.values()].filter(([unitId]) => isKnownUnit(unitId)),
  };
}

/** Decimal places beyond what a tracker knows cost bytes on every tick: 1e-6° is 0.1 m. */
function tupleOf({
  unitId,
  lngLat: [lng, lat],
  headingDeg,
  speedMps,
  observedAt,
}: PositionReport): PositionTuple {
  return [
    unitId,
    rounded(lng, 6),
    rounded(lat, 6),
    headingDeg == null ? null : rounded(headingDeg, 1),
    speedMps == null ? null : rounded(speedMps, 1),
    Date.parse(observedAt),
  ];
}

function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
}
