/** Text that stands in JSON as it is, valid or not: `1e999`, a key twice, a bracket too many. */
export class RawText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A list of pairs instead of an object: keys may repeat, and `__proto__` is a key like any other. */
export class Pairs {
  readonly entries: readonly (readonly [string, unknown])[];

  constructor(entries: readonly (readonly [string, unknown])[]) {
    this.entries = entries;
  }
}

/** JSON of a value which may hold text that JSON.stringify would never write. Lone surrogates stay as they are. */
export function jsonText(value: unknown): string {
  if (value instanceof RawText) return value.text;
  if (value instanceof Pairs) return objectText(value.entries);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value === 'object' && value !== null) return objectText(Object.entries(value));
  return value === undefined ? 'null' : JSON.stringify(value);
}

const objectText = (entries: readonly (readonly [string, unknown])[]): string =>
  `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${jsonText(value)}`).join(',')}}`;
