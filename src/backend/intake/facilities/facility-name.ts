/** Columns that hold the name in the GIS layers of Indonesian cities, the likeliest first. */
const NAME_FIELDS = [
  /^toponimi?$/i,
  /^namobj$/i,
  /^nama$/i,
  /^nama?[ _]?(obj|objek|lokasi|tempat|fasilitas|unsur)$/i,
  /^(nama|nm)[ _]/i,
  /^name$/i,
  /^name:id$/i,
  /^(judul|label|title)$/i,
  /^(keterangan|ket|remark|deskripsi|lokasi|alamat)$/i,
];

/** What exporters write where there is no name. */
const NO_NAME =
  /^(-+|0|\.+|\?+|n\/?a|nan|null|<null>|none|nihil|kosong|tanpa nama|tidak ada( nama)?|unknown|unnamed)$/i;

const MAX_LENGTH = 120;

/** The columns of a layer that may hold the name, the likeliest first. */
export function nameFieldsOf(columns: Iterable<string>): string[] {
  const all = [...columns];
  return NAME_FIELDS.flatMap((pattern) =>
    all.filter((column) => pattern.test(column.trim())),
  ).filter((column, index, list) => list.indexOf(column) === index);
}

export interface FoundName {
  name: string;
  /** The column it was in. */
  field: string;
}

/** The first name among the columns given; null where none holds one. */
export function nameOf(
  properties: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): FoundName | null {
  for (const field of fields) {
    const value = properties[field];
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    const name = text.replaceAll(/\s+/g, ' ').trim();
    if (name !== '' && !NO_NAME.test(name))
      return { name: legible(name).slice(0, MAX_LENGTH).trim(), field };
  }
  return null;
}

/** Abbreviations that have a vowel, so that their letters alone do not tell. */
const CAPITALS = new Set([
  ...[
    'RS',
    'RSUD',
    'RSIA',
    'RSU',
    'IGD',
    'UPT',
    'UPTD',
    'SD',
    'SDIT',
    'MI',
    'MTS',
    'MA',
    'SMA',
    'SMAN',
  ],
  ...['TK', 'PAUD', 'PMI', 'TNI', 'AL', 'AD', 'AU', 'POLRI', 'ASDP', 'UGD', 'PAM', 'PDAM', 'BUMN'],
  ...['II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX'],
]);

/** Names all in capitals become readable: "PUSKESMAS PULO MERAK" → "Puskesmas Pulo Merak", "SDN 1 CIWANDAN" → "SDN 1 Ciwandan". */
function legible(name: string): string {
  if (name !== name.toUpperCase() || !/[A-Z]{4}/.test(name)) return name;
  return name.replaceAll(/[\p{L}\p{N}]+/gu, (word) =>
    CAPITALS.has(word) || !/[AEIOU]/.test(word) || /\d/.test(word)
      ? word
      : word.charAt(0) + word.slice(1).toLowerCase(),
  );
}
