import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { AuditRow } from '../store/audit';
import { auditHash, GENESIS_HASH } from './audit-hash';

const FIRST: Omit<AuditRow, 'hash'> = {
  number: 1,
  recordedAt: '2026-11-24T01:02:03.000Z',
  actorId: 'u-1',
  role: 'operator',
  action: 'incident.reveal',
  subject: 'incident:i-1',
  outcome: 'done',
  details: { reason: 'Menelepon balik — "Jl. Contoh"', callback: true },
  seq: null,
  previousHash: GENESIS_HASH,
};

describe('the hash of an audit entry', () => {
  // Fixed: whoever changes the canonical form can no longer verify what was recorded before.
  test('is that of its documented canonical form', () => {
    const canonical =
      `["${GENESIS_HASH}",1,"2026-11-24T01:02:03.000Z","u-1","operator","incident.reveal","incident:i-1",` +
      `"done",{"callback":true,"reason":"Menelepon balik — \\"Jl. Contoh\\""},null]`;
    expect(auditHash(FIRST)).toBe(createHash('sha256').update(canonical).digest('hex'));
    expect(auditHash(FIRST)).toBe(
      'f30f46cd112bcdc63945d9c541be87623dbe35dc8efd73ddc376a8e356aa2619',
    );
  });

  test('is known for an entry of a tool, with nested details', () => {
    const row = {
      ...FIRST,
      number: 2,
      role: null,
      subject: null,
      outcome: 'refused',
      details: { z: [3, 2, { b: null, a: 'ü' }], a: 1.5 },
      seq: 42,
      previousHash: auditHash(FIRST),
    } as const;
    expect(auditHash(row)).toBe('6d5704da5d9558192d630c54287ebbf2d9df996e8b0d5f871ec970285c5107d7');
  });

  test('does not depend on the order of keys, at any depth', () => {
    const one = { ...FIRST, details: { a: 1, b: { c: [1, { d: 2, e: 3 }], f: 4 } } };
    const other = { ...FIRST, details: { b: { f: 4, c: [1, { e: 3, d: 2 }] }, a: 1 } };
    expect(auditHash(one)).toBe(auditHash(other));
  });

  test.each<[string, Partial<AuditRow>]>([
    ['previousHash', { previousHash: 'f'.repeat(64) }],
    ['number', { number: 2 }],
    ['recordedAt', { recordedAt: '2026-11-24T01:02:03.001Z' }],
    ['actorId', { actorId: 'u-2' }],
    ['role', { role: null }],
    ['action', { action: 'incident.open' }],
    ['subject', { subject: null }],
    ['outcome', { outcome: 'refused' }],
    ['details', { details: { ['__proto__']: 1 } }],
    ['seq', { seq: 1 }],
  ])('changes with %s', (_, change) => {
    expect(auditHash({ ...FIRST, ...change })).not.toBe(auditHash(FIRST));
  });
});
