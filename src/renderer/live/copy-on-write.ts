/** A map that is copied at its first write, so that an untouched collection keeps its identity. */
export interface CopyOnWriteMap<V> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V): void;
  delete(key: string): void;
  /** The base while nothing was written, else the one copy. */
  current(): ReadonlyMap<string, V>;
}

/** @param base is never edited; it is copied at most once, however many writes follow. */
export function copyOnWrite<V>(base: ReadonlyMap<string, V>): CopyOnWriteMap<V> {
  let copy: Map<string, V> | null = null;
  const writable = (): Map<string, V> => (copy ??= new Map(base));
  const current = (): ReadonlyMap<string, V> => copy ?? base;
  return {
    get: (key) => current().get(key),
    has: (key) => current().has(key),
    set: (key, value) => {
      writable().set(key, value);
    },
    delete: (key) => {
      if (current().has(key)) writable().delete(key);
    },
    current,
  };
}
