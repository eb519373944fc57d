import type { UnitStatusDefinition } from '@shared/domain/city-pack';
import type { Unit } from '@shared/domain/unit';
import type { AvailabilityClass } from '@shared/domain/unit-status';

import { availabilityOf } from '../../live/availability';
import { compareTexts } from '../../live/open-incidents';

export type UnitArrangement = 'status' | 'agency';
export type UnitFilter = AvailabilityClass | 'all';

/** A line of the board: a heading over units, or some units side by side. */
export type BoardLine =
  | { kind: 'heading'; agencyCode: string; count: number }
  | { kind: 'units'; unitIds: readonly string[] };

/** Who is at work comes first, who cannot come last. */
const CLASS_ORDER = [
  'committed',
  'available',
  'conditional',
  'unavailable',
] as const satisfies readonly AvailabilityClass[];

/**
 * The board's lines, `columns` units each. Crews in danger come first, whatever the arrangement.
 * By status: class, agency, call sign in one flow. By agency: a heading per agency.
 */
export function arrangeUnits(
  units: Iterable<Unit>,
  statuses: readonly UnitStatusDefinition[],
  {
    arrangement,
    filter,
    columns,
  }: { arrangement: UnitArrangement; filter: UnitFilter; columns: number },
): BoardLine[] {
  const shown = [...units]
    .map((unit) => ({ unit, availability: availabilityOf(unit, statuses) }))
    .filter(({ unit, availability }) => filter === 'all' || unit.isSos || availability === filter)
    .sort(
      (a, b) =>
        Number(b.unit.isSos) - Number(a.unit.isSos) ||
        (arrangement === 'status'
          ? CLASS_ORDER.indexOf(a.availability) - CLASS_ORDER.indexOf(b.availability)
          : 0) ||
        compareTexts(a.unit.agencyCode, b.unit.agencyCode) ||
        compareTexts(a.unit.id, b.unit.id),
    )
    .map(({ unit }) => unit);
  if (arrangement === 'status') return linesOf(shown, columns);
  const agencyCodes = [...new Set(shown.map((unit) => unit.agencyCode))];
  return agencyCodes.flatMap((agencyCode): BoardLine[] => {
    const group = shown.filter((unit) => unit.agencyCode === agencyCode);
    return [{ kind: 'heading', agencyCode, count: group.length }, ...linesOf(group, columns)];
  });
}

function linesOf(units: readonly Unit[], columns: number): BoardLine[] {
  const lines: BoardLine[] = [];
  for (let start = 0; start < units.length; start += columns) {
    lines.push({ kind: 'units', unitIds: units.slice(start, start + columns).map(({ id }) => id) });
  }
  return lines;
}
