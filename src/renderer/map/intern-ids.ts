export interface IdInterner {
  /** The number of a key: the same for the same key as long as the interner lives. */
  idOf(key: string): number;
  keyOf(id: number): string | undefined;
}

/**
 * Small numbers for string keys. MapLibre keeps feature state and applies diffs by the feature's own
 * numeric id; string ids (`promoteId`) do not survive tiling.
 */
export function createIdInterner(): IdInterner {
  const ids = new Map<string, number>();
  const keys: string[] = [];
  return {
    idOf(key) {
      const known = ids.get(key);
      if (known !== undefined) return known;
      // From 1: some paths of the tile encoder take 0 for "no id".
      const id = keys.push(key);
      ids.set(key, id);
      return id;
    },
    keyOf: (id) => keys[id - 1],
  };
}
