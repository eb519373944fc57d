import { randomBytes } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { DataKey, Keys } from '../keys/keys';
import { createSealer, keyIdOf, SealError } from './sealer';

const dataKey = (id: string): DataKey => ({ id, key: randomBytes(32), createdAt: '' });
const keysOf = (...data: [DataKey, ...DataKey[]]): Keys => ({
  signing: { id: 's', key: randomBytes(32) },
  data,
  fingerprint: '',
});

const TEXT = '{"name":"Pelapor Contoh 17 ✓","number":"08000000017"}';
const old = dataKey('old');
const sealer = createSealer(() => keysOf(old));
const sealed = sealer.seal('incident:1', TEXT);

describe('a sealed text', () => {
  test('opens for what it belongs to, and shows nothing of what is in it', () => {
    expect(sealer.open('incident:1', sealed)).toBe(TEXT);
    expect(sealed).toMatch(/^old\.[\w-]{16}\.[\w-]+$/);
    for (const part of ['Pelapor', '0800', Buffer.from('Pelapor').toString('base64url')])
      expect(sealed).not.toContain(part);
  });

  test('is another each time', () => {
    const all = Array.from({ length: 200 }, () => sealer.seal('incident:1', TEXT));
    expect(new Set(all.map((text) => text.split('.')[1])).size).toBe(all.length);
  });

  test('does not open for another row', () => {
    expect(() => sealer.open('incident:2', sealed)).toThrow(SealError);
    expect(() => sealer.open('call:1', sealed)).toThrow(SealError);
  });

  test('does not open once any of its characters was changed', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'w' : 'A';
      const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`;
      // The last character of base64 has bits that mean nothing.
      if (
        Buffer.from(lastOf(changed), 'base64url').equals(Buffer.from(lastOf(sealed), 'base64url'))
      )
        if (changed.slice(0, -1) === sealed.slice(0, -1)) continue;
      expect(() => sealer.open('incident:1', changed), String(at)).toThrow(SealError);
    }
    for (const cut of ['', 'old', 'old..', 'old.AAAA.AAAA', `${sealed}.x`, sealed.slice(0, -4)])
      expect(() => sealer.open('incident:1', cut), cut).toThrow(SealError);
  });

  test('does not open with another key, also one of the same name', () => {
    const other = createSealer(() => keysOf(dataKey('old')));
    expect(() => other.open('incident:1', sealed)).toThrow(SealError);
    expect(() => createSealer(() => keysOf(dataKey('new'))).open('incident:1', sealed)).toThrow(
      'key old',
    );
  });

  test('opens after a rotation, while new ones are sealed with the new key', () => {
    const both = createSealer(() => keysOf(old, dataKey('new')));
    expect(both.open('incident:1', sealed)).toBe(TEXT);
    expect(keyIdOf(both.seal('incident:1', TEXT))).toBe('new');
    expect(both.keyId()).toBe('new');
  });
});

const lastOf = (text: string) => text.split('.')[2] ?? '';
