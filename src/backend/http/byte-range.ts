export type ByteRange =
  | { kind: 'whole' }
  | { kind: 'part'; start: number; end: number }
  /** Nothing of the file lies in it. */
  | { kind: 'unsatisfiable' };

/**
 * A `Range` header of one range (RFC 9110, 14.1.2); both ends count. Several ranges, and what cannot be
 * understood, are answered with the whole file, which the RFC allows.
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange {
  const match = /^bytes=(?<from>\d*)-(?<to>\d*)$/.exec(header?.trim() ?? '');
  const { from = '', to = '' } = match?.groups ?? {};
  if (match === null || (from === '' && to === '')) return { kind: 'whole' };
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
  return start > end || start >= size ? { kind: 'unsatisfiable' } : { kind: 'part', start, end };
}
