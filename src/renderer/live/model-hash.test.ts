import { changeSchema } from '@shared/protocol/changes';
import { snapshotSchema } from '@shared/protocol/snapshot';
import { describe, expect, it } from 'vitest';

// What docs/protocol.md gives to whoever writes a client in another language.
import vectors from '../../../docs/protocol-vectors.json';
import { applyChanges } from './apply-changes';
import { modelFromSnapshot } from './model-from-snapshot';
import { canonicalModelText, modelHash } from './model-hash';
import { anIncident, aSnapshot, aUnit } from './testing/records';

const one = aUnit({ id: 'DMK-01' });
const two = aUnit({ id: 'DMK-02' });
const hashOf = (given: Parameters<typeof aSnapshot>[0]): string =>
  modelHash(modelFromSnapshot(aSnapshot(given)));

describe('modelHash', () => {
  it('is the same whatever the order of records and keys', () => {
    const reversedKeys = Object.fromEntries(Object.entries(one).reverse()) as typeof one;
    expect(hashOf({ units: [two, reversedKeys] })).toBe(hashOf({ units: [one, two] }));
  });

  it('differs by any one value', () => {
    const known = hashOf({ units: [one], incidents: [anIncident()] });
    expect(hashOf({ units: [{ ...one, version: 2 }], incidents: [anIncident()] })).not.toBe(known);
    expect(hashOf({ units: [one], incidents: [anIncident({ lngLat: [106.05, -6.01] })] })).not.toBe(
      known,
    );
    expect(hashOf({ seq: 1, units: [one], incidents: [anIncident()] })).not.toBe(known);
  });

  it('takes a day of zeros and no day for the same', () => {
    const zeros = { normal: 0, informasi: 0, prank: 0, ghost: 0, terputus: 0 };
    expect(hashOf({ callTallies: { '2026-11-24': zeros } })).toBe(hashOf({}));
  });
});

describe('the published vectors', () => {
  it.each(vectors)('hold here: $name', ({ snapshot, changes, lines, hash }) => {
    const model = modelFromSnapshot(snapshotSchema.parse(snapshot));
    const result = applyChanges(model, changeSchema.array().parse(changes));
    expect(result.kind).toBe('applied');
    expect(canonicalModelText(result.model).split('\n')).toEqual(lines);
    expect(modelHash(result.model)).toBe(hash);
  });

  it('have every type of change that can be followed without a snapshot', () => {
    const types = new Set(vectors.flatMap(({ changes }) => changes.map(({ type }) => type)));
    const known = changeSchema.options.map((option) => option.shape.type.value);
    expect(known.filter((type) => !types.has(type))).toEqual(['history.imported']);
  });
});
