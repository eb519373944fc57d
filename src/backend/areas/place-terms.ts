/** Abbreviation → the word it stands for. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  jl: 'jalan',
  jln: 'jalan',
  kel: 'kelurahan',
  ds: 'desa',
  kec: 'kecamatan',
  kp: 'kampung',
  gg: 'gang',
  jend: 'jenderal',
  jendral: 'jenderal',
  brig: 'brigadir',
  kapt: 'kapten',
  st: 'stasiun',
  sta: 'stasiun',
  pel: 'pelabuhan',
  ps: 'pasar',
  psr: 'pasar',
  pkm: 'puskesmas',
  univ: 'universitas',
};

/** Abbreviation → words it is also found by; it is a name of its own as well. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  rs: ['rumah', 'sakit'],
  rsud: ['rumah', 'sakit', 'umum', 'daerah'],
  rsia: ['rumah', 'sakit', 'ibu', 'anak'],
  damkar: ['pemadam', 'kebakaran'],
  sma: ['sekolah'],
  sman: ['sekolah', 'sma'],
};

/** Forms of companies: written or left out as one likes. */
const SILENT = new Set(['pt', 'cv', 'tbk', 'persero']);

/** A text as the words that places are compared by: lower case, abbreviations written out, `DMK-02`, `dmk02` and `dmk 2` the same. */
export function placeTerms(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’`\u0300-\u036f]/g, '')
    .replace(/([a-z])(?=\d)/g, '$1 ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SILENT.has(word))
    .map((word) => (WRITTEN_OUT[word] ?? word).replace(/^0+(?=\d)/, ''));
}

/** Further words that a name with abbreviations is found by, e.g. those of `RSUD`. */
export const alsoTerms = (text: string): string[] =>
  placeTerms(text).flatMap((word) => ALSO[word] ?? []);
