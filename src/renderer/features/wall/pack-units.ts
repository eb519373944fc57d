/** A line of the unit columns. */
export type UnitLine =
  | { kind: 'heading'; agencyCode: string; isContinued: boolean }
  | { kind: 'unit'; unitId: string };

export interface UnitGroup {
  agencyCode: string;
  unitIds: readonly string[];
}

/** Pages of columns of lines. */
export type UnitPages = readonly (readonly (readonly UnitLine[])[])[];

/** A group that would leave more lines than this empty is split instead. */
const MAX_WASTE = 3;

/**
 * Groups under their headings in columns, as few pages as possible and on them as evenly as possible. No
 * heading stands alone at the foot of a column; a group that goes on in the next one repeats it.
 */
export function packUnits(
  groups: readonly UnitGroup[],
  columns: number,
  linesPerColumn: number,
): UnitPages {
  if (columns < 1 || linesPerColumn < 2) return [];
  const pagesOf = (lines: number): number => Math.ceil(fill(groups, lines).length / columns);
  const pages = pagesOf(linesPerColumn);
  let lines = linesPerColumn;
  while (lines > 2 && pagesOf(lines - 1) === pages) lines -= 1;
  const filled = fill(groups, lines);
  return Array.from({ length: pages }, (_, page) =>
    filled.slice(page * columns, (page + 1) * columns),
  );
}

function fill(groups: readonly UnitGroup[], linesPerColumn: number): UnitLine[][] {
  const columns: UnitLine[][] = [];
  let column: UnitLine[] = [];
  const room = (): number => linesPerColumn - column.length;
  const turn = (): void => {
    if (column.length > 0) columns.push(column);
    column = [];
  };
  for (const { agencyCode, unitIds } of groups) {
    const fitsWhole = unitIds.length + 1 <= linesPerColumn;
    if (room() < 2 || (fitsWhole && unitIds.length + 1 > room() && room() <= MAX_WASTE)) turn();
    column.push({ kind: 'heading', agencyCode, isContinued: false });
    for (const unitId of unitIds) {
      if (room() < 1) {
        turn();
        column.push({ kind: 'heading', agencyCode, isContinued: true });
      }
      column.push({ kind: 'unit', unitId });
    }
  }
  turn();
  return columns;
}
