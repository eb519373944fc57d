/** What reading one value of a foreign record gives: the value, or why it cannot be believed. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: string };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const unreadable = (reason: string): { ok: false; reason: string } => ({
  ok: false,
  reason,
});

/** One spelling for comparing words of a log: capitals, single spaces, no space at the ends. */
export function normaliseWords(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toUpperCase();
}
