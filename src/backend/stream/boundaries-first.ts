import type { ChangeSource } from './change-source';

interface Shapes {
  /** Of the city as it is drawn now. */
  cityHash(): string;
  /** Read what the database has now. */
  refresh(): Promise<void>;
}

/**
 * The same source, but where a change says that the city has other boundaries, this node has them too before
 * anybody is told: whoever then asks it for the city gets the new one, whichever node they were imported through.
 */
export function boundariesFirst(source: ChangeSource, shapes: Shapes): ChangeSource {
  return {
    ...source,
    async readChangesAfter(seq, limit) {
      const changes = await source.readChangesAfter(seq, limit);
      const told = changes.findLast(
        ({ change }) => change.type === 'city.boundariesChanged',
      )?.change;
      if (told?.type === 'city.boundariesChanged' && told.data.cityHash !== shapes.cityHash())
        await shapes.refresh();
      return changes;
    },
  };
}
