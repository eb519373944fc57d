import fc from 'fast-check';

import { Pairs } from './json-text';
import { nastyValue } from './nasty-values';

const EXTRA_KEYS = [
  'x',
  'id',
  'seq',
  'actor',
  'role',
  'callerName',
  '__proto__',
  'constructor',
  '',
];

/** The value with one fault at a place drawn at random: a wrong value, a key missing, a key too many. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return mutatedArray(value);
  if (typeof value === 'object' && value !== null && !(value instanceof Pairs))
    return mutatedObject(value as Record<string, unknown>);
  return nastyValue;
}

function mutatedObject(value: Record<string, unknown>): fc.Arbitrary<unknown> {
  const keys = Object.keys(value);
  const extra = fc
    .tuple(fc.constantFrom(...EXTRA_KEYS), nastyValue)
    .map(([key, added]) => new Pairs([...Object.entries(value), [key, added]]));
  if (keys.length === 0) return fc.oneof(extra, nastyValue);
  const key = fc.constantFrom(...keys);
  return fc.oneof(
    extra,
    key.map((missing) => Object.fromEntries(Object.entries(value).filter(([k]) => k !== missing))),
    {
      weight: 4,
      arbitrary: key.chain((at) => mutated(value[at]).map((v) => ({ ...value, [at]: v }))),
    },
    nastyValue,
  );
}

function mutatedArray(value: readonly unknown[]): fc.Arbitrary<unknown> {
  const grown = nastyValue.map((item) => [...value, item]);
  if (value.length === 0) return fc.oneof(grown, nastyValue);
  return fc.oneof(
    grown,
    fc.nat(value.length - 1).chain((at) => mutated(value[at]).map((item) => value.with(at, item))),
    fc.constantFrom(60, 1_200).map((times) => Array<unknown>(times).fill(value[0])),
    nastyValue,
  );
}
