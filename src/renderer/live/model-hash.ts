import type { LiveModel } from './model';

/**
 * A fingerprint of a model, 16 hex digits: equal for equal contents, whatever the order of records and
 * keys. For tests and diagnostics; it reads every record, so never call it per frame.
 */
export function modelHash(model: LiveModel): string {
  return hash64(canonicalModelText(model));
}

/** The text the hash is taken of: one line per record, sorted; two of them can be compared line by line. */
export function canonicalModelText(model: LiveModel): string {
  const lines = [
    ...recordLines('incident', model.incidents),
    ...recordLines('assignment', model.assignments),
    ...recordLines('unit', model.units),
    ...recordLines('complaint', model.complaints),
    // A day without calls may be absent or all zero: it says the same.
    ...Object.entries(model.callTallies)
      .filter(([, tally]) => Object.values(tally).some((n) => n > 0))
      .map(([day, tally]) => `calls ${day} ${canonicalJson(tally)}`),
  ];
  return [`seq ${String(model.seq)}`, `horizon ${model.horizonAt}`, ...lines.sort()].join('\n');
}

function recordLines(kind: string, records: ReadonlyMap<string, unknown>): string[] {
  return [...records].map(([id, record]) => `${kind} ${id} ${canonicalJson(record)}`);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Two FNV-1a lanes of 32 bits with different offsets: no security, only difference. */
function hash64(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (i & 0xff), 0x01000193);
  }
  return hex32(a) + hex32(b);
}

const hex32 = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');
