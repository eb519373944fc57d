/**
 * A map to read from, made of many small ones, so that a changed copy of 20,000 records copies the few small
 * maps that were written to and shares the rest. The order of its entries means nothing.
 */
export class ShardedMap<V> implements ReadonlyMap<string, V> {
  readonly size: number;
  readonly #shards: Shards<V>;
  #values: V[] | null = null;

  private constructor(shards: Shards<V>, size: number) {
    this.#shards = shards;
    this.size = size;
  }

  static from<V>(entries: Iterable<readonly [string, V]>): ShardedMap<V> {
    if (entries instanceof ShardedMap) return entries as ShardedMap<V>;
    const edit = new ShardedMap<V>(NO_SHARDS, 0).edit();
    for (const [key, value] of entries) edit.set(key, value);
    return edit.current();
  }

  get(key: string): V | undefined {
    return this.#shards[shardOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#shards[shardOf(key)]?.has(key) ?? false;
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const shard of this.#shards) {
      for (const [key, value] of shard) visit(value, key, this);
    }
  }

  *entries(): Generator<[string, V], undefined> {
    for (const shard of this.#shards) {
      for (const entry of shard) yield entry;
    }
  }

  keys(): MapIterator<string> {
    const keys: string[] = [];
    for (const shard of this.#shards) keys.push(...shard.keys());
    return keys.values();
  }

  /** What screens iterate, several of them after each change: a plain array is several times faster to walk. */
  values(): MapIterator<V> {
    if (this.#values === null) {
      this.#values = [];
      for (const shard of this.#shards) {
        for (const value of shard.values()) this.#values.push(value);
      }
    }
    return this.#values.values();
  }

  [Symbol.iterator](): Generator<[string, V], undefined> {
    return this.entries();
  }

  /** Changes to a copy of this map; this one stays as it is. */
  edit(): ShardedMapEdit<V> {
    let latest: ShardedMap<V> | null = null;
    const shards: Map<string, V>[] = [...this.#shards];
    const copied = new Set<number>();
    let { size } = this;

    /** The shard, copied at its first write. */
    const writable = (index: number): Map<string, V> => {
      const shard = shards[index];
      if (shard !== undefined && copied.has(index)) return shard;
      const copy = new Map(shard);
      shards[index] = copy;
      copied.add(index);
      return copy;
    };

    return {
      get: (key) => shards[shardOf(key)]?.get(key),
      has: (key) => shards[shardOf(key)]?.has(key) ?? false,
      set: (key, value) => {
        const shard = writable(shardOf(key));
        if (!shard.has(key)) size += 1;
        shard.set(key, value);
      },
      delete: (key) => {
        const index = shardOf(key);
        if (shards[index]?.has(key) !== true) return;
        writable(index).delete(key);
        size -= 1;
      },
      current: () => {
        if (copied.size > 0) latest = new ShardedMap<V>([...shards], size);
        // Whatever is written from here on goes to new copies: what was handed out stays as it is.
        copied.clear();
        return latest ?? this;
      },
    };
  }
}

export interface ShardedMapEdit<V> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V): void;
  delete(key: string): void;
  /** The map as it is now: the base itself while nothing was written. */
  current(): ShardedMap<V>;
}

type Shards<V> = readonly Map<string, V>[];

/** For 20,000 records about 80 in each. */
const SHARD_COUNT = 256;
/** Shared by all maps: a shard is copied before anything is written to it. */
const NO_SHARDS: Shards<never> = Array.from(
  { length: SHARD_COUNT },
  () => new Map<string, never>(),
);

/** By the last characters: they differ most, in counted and in random ids. */
function shardOf(key: string): number {
  let hash = 0;
  for (let index = Math.max(0, key.length - 4); index < key.length; index += 1) {
    hash = Math.imul(hash, 31) + key.charCodeAt(index);
  }
  return (hash ^ (hash >>> 8)) & (SHARD_COUNT - 1);
}
