/** A record's number without its day, as people say it at the desk: `112-20261124-0042` → `112-042`. */
export function shortNumber(number: string): string {
  const match = /^(.+)-\d{8}-(\d+)$/.exec(number);
  if (match === null) return number;
  const [, prefix = '', count = ''] = match;
  return `${prefix}-${String(Number(count)).padStart(3, '0')}`;
}
