import { describe, expect, it } from 'vitest';

import { ShardedMap } from './sharded-map';

const numbered = (count: number): [string, number][] =>
  Array.from({ length: count }, (_, index) => [`id-${String(index)}`, index]);

describe('ShardedMap', () => {
  it('reads like the map it was made of', () => {
    const plain = new Map(numbered(1_000));
    const sharded = ShardedMap.from(plain);
    expect(sharded.size).toBe(1_000);
    expect(new Map(sharded)).toEqual(plain);
    expect(new Set(sharded.keys())).toEqual(new Set(plain.keys()));
    expect(new Set(sharded.values())).toEqual(new Set(plain.values()));
    expect(sharded.get('id-7')).toBe(7);
    expect([sharded.has('id-7'), sharded.has('id-1000'), sharded.get('')]).toEqual([
      true,
      false,
      undefined,
    ]);
    const visited: number[] = [];
    sharded.forEach((value) => visited.push(value));
    expect(visited).toHaveLength(1_000);
  });

  it('is itself when made of itself', () => {
    const map = ShardedMap.from(numbered(3));
    expect(ShardedMap.from(map)).toBe(map);
  });
});

describe('an edit', () => {
  it('leaves its base as it was', () => {
    const base = ShardedMap.from(numbered(100));
    const edit = base.edit();
    edit.set('id-1', -1);
    edit.set('new', 100);
    edit.delete('id-2');
    edit.delete('nobody');
    const next = edit.current();
    expect([base.get('id-1'), base.has('new'), base.has('id-2'), base.size]).toEqual([
      1,
      false,
      true,
      100,
    ]);
    expect([next.get('id-1'), next.has('new'), next.has('id-2'), next.size]).toEqual([
      -1,
      true,
      false,
      100,
    ]);
  });

  it('gives the base back when nothing was written', () => {
    const base = ShardedMap.from(numbered(10));
    const edit = base.edit();
    edit.delete('nobody');
    expect(edit.current()).toBe(base);
  });

  it('does not reach into a map it has already handed out', () => {
    const edit = ShardedMap.from(numbered(10)).edit();
    edit.set('id-1', -1);
    const handedOut = edit.current();
    for (const [key] of handedOut) edit.delete(key);
    expect(handedOut.size).toBe(10);
    expect(new Map(handedOut).size).toBe(10);
    expect(edit.current().size).toBe(0);
    expect(edit.current()).toBe(edit.current());
  });
});
