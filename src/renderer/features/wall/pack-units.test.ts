import { describe, expect, it } from 'vitest';

import { packUnits, type UnitGroup } from './pack-units';

const group = (agencyCode: string, units: number): UnitGroup => ({
  agencyCode,
  unitIds: Array.from({ length: units }, (_, index) => `${agencyCode}-${index + 1}`),
});
const idsOf = (pages: ReturnType<typeof packUnits>): string[] =>
  pages.flat(2).flatMap((line) => (line.kind === 'unit' ? [line.unitId] : []));

describe('packUnits', () => {
  it('places every unit once, in order', () => {
    const groups = [group('A', 13), group('B', 6), group('C', 1), group('D', 9)];
    const pages = packUnits(groups, 3, 14);
    expect(idsOf(pages)).toEqual(groups.flatMap(({ unitIds }) => unitIds));
  });

  it('needs one page while everything fits, spread over the columns', () => {
    const [page, ...others] = packUnits([group('A', 5), group('B', 5), group('C', 5)], 3, 20);
    expect(others).toEqual([]);
    expect(page?.map((column) => column.length)).toEqual([6, 6, 6]);
  });

  it('turns the page where it does not', () => {
    const pages = packUnits([group('A', 30)], 2, 10);
    expect(pages).toHaveLength(2);
    expect(idsOf(pages)).toHaveLength(30);
  });

  it('repeats the heading of a group that goes on in the next column', () => {
    const [page] = packUnits([group('A', 9)], 2, 6);
    expect(page?.[1]?.[0]).toEqual({ kind: 'heading', agencyCode: 'A', isContinued: true });
  });

  it('leaves no heading alone at the foot of a column', () => {
    const pages = packUnits([group('A', 4), group('B', 3), group('C', 2), group('D', 7)], 3, 6);
    for (const column of pages.flat()) expect(column.at(-1)?.kind).toBe('unit');
  });

  it('exceeds no column', () => {
    const pages = packUnits([group('A', 23), group('B', 2), group('C', 11)], 4, 9);
    for (const column of pages.flat()) expect(column.length).toBeLessThanOrEqual(9);
  });

  it('has no pages without units or without room', () => {
    expect(packUnits([], 3, 10)).toEqual([]);
    expect(packUnits([group('A', 3)], 3, 1)).toEqual([]);
  });
});
