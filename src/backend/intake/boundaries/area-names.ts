/** One spelling of a kelurahan's name: capitals and digits only, without "KEL." or the like before it. */
export const kelurahanKey = (value: unknown): string =>
  keyOf(value, /^(KELURAHAN|KEL|DESA|DS)(\.\s*|\s+)/);

/** The same of a kecamatan's: `KEC. GROGOL` and `Grogol` are one. */
export const kecamatanKey = (value: unknown): string => keyOf(value, /^(KECAMATAN|KEC)(\.\s*|\s+)/);

/** A code's digits; dots, blanks and the `.0` of a number column do not count. */
export function codeKey(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value)
    .trim()
    .replace(/^(\d{10})\.0+$/, '$1')
    .replace(/[.\s-]/g, '');
}

function keyOf(value: unknown, prefix: RegExp): string {
  if (typeof value !== 'string') return '';
  return value
    .normalize('NFKD')
    .trim()
    .toUpperCase()
    .replace(prefix, '')
    .replace(/[^A-Z0-9]/g, '');
}
