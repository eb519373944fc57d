import fc from 'fast-check';

import { Pairs, RawText } from './json-text';

const DEPTHS = [20, 200, 5_000];
const LENGTHS = [41, 65, 2_001, 60_000];

/** Numbers as JSON text: beyond every range, not finite, not numbers. */
const numberText = fc
  .constantFrom(
    '-1',
    '0',
    '-0',
    '0.1',
    '1e308',
    '1e999',
    '-1e999',
    '9007199254740993',
    '2147483648',
    '1e-400',
    'NaN',
    'Infinity',
    '0x10',
    '01',
  )
  .map((text) => new RawText(text));

/** Strings that have broken one program or another. */
const nastyText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    '\u202e112',
    '\ufeff',
    'NaN',
    '-1',
    'null',
    'undefined',
    '__proto__',
    'constructor',
    'toString',
    '../../../../etc/passwd',
    "'; --",
    '${7*7}{{7*7}}',
    '%s%n%00',
    '9999-99-99T99:99:99Z',
    '2026-02-30T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
    '-000001-01-01T00:00:00Z',
    '1e309',
  ),
  fc.constantFrom(...LENGTHS).map((length) => 'x'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const nested = fc
  .constantFrom(...DEPTHS)
  .chain((depth) =>
    fc.constantFrom(
      new RawText(`${'['.repeat(depth)}${']'.repeat(depth)}`),
      new RawText(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
    ),
  );

const prototypeKeys = fc.constantFrom(
  new Pairs([['__proto__', { isAdmin: true }]]),
  new Pairs([['constructor', { prototype: { isAdmin: true } }]]),
  new Pairs([
    ['a', 1],
    ['a', 2],
  ]),
);

/** A value that no schema here expects, or only just. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, false, [], {}, [null], [[]], { length: 1 }),
  numberText,
  nastyText,
  nested,
  prototypeKeys,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(2, 60, 1_500).map((length) => Array<number>(length).fill(0)),
);
