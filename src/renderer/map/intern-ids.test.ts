import { describe, expect, it } from 'vitest';

import { createIdInterner } from './intern-ids';

describe('createIdInterner', () => {
  it('gives each key its own number, the same each time, never 0', () => {
    const interner = createIdInterner();
    const first = interner.idOf('DMK-01');
    const second = interner.idOf('DMK-02');
    expect(first).toBeGreaterThan(0);
    expect(second).not.toBe(first);
    expect(interner.idOf('DMK-01')).toBe(first);
  });

  it('finds the key of a number it gave, and nothing for another', () => {
    const interner = createIdInterner();
    expect(interner.keyOf(interner.idOf('PSC-01'))).toBe('PSC-01');
    expect(interner.keyOf(99)).toBeUndefined();
  });
});
