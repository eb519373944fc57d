import { fnv1a64 } from './fnv1a64';
import type { LiveModel } from './model';

/**
 * A fingerprint of a model, 16 hex digits: equal for equal contents, whatever the order of records and
 * keys, and the same in every language (docs/protocol.md, "Proving the picture"). For tests and diagnostics;
 * it reads every record, so never call it per frame.
 */
export function modelHash(model: LiveModel): string {
  return fnv1a64(canonicalModelText(model));
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

/** JSON with one spelling per value. @source RFC 8785, JSON Canonicalization Scheme */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
}
