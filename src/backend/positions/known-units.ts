import type { Change } from '@shared/protocol/changes';

export interface KnownUnits {
  has(unitId: string): boolean;
  /** Learn of units that came and went. */
  apply(changes: readonly Change[]): void;
}

/** Which units the city has, kept current from the change log: asked for each of thousands of positions a second. */
export function createKnownUnits(unitIds: Iterable<string>): KnownUnits {
  const ids = new Set(unitIds);
  return {
    has: (unitId) => ids.has(unitId),
    apply(changes) {
      for (const change of changes) {
        if (change.type === 'unit.registered') ids.add(change.data.unit.id);
        if (change.type === 'unit.retired') ids.delete(change.data.unitId);
      }
    },
  };
}
