import type { CityPack } from '@shared/domain/city-pack';
import { WITHHELD_CATEGORY } from '@shared/domain/render-record';
import type { Instant } from '@shared/domain/time';
import type { KpiReport } from '@shared/protocol/kpi';

import { type Cell, toCsv } from '../csv';
import type { KpiRow } from './kpi-rows';
import { type KpiNames, tabulateReport } from './tabulate-report';

export interface ExportFacts {
  city: CityPack;
  /** Numbers of an invented city must not pass for real ones once they have left the screen. */
  isDemo: boolean;
  /** Whose token took it out, e.g. `operator/window`. */
  exportedBy: string;
  exportedAt: Instant;
}

export interface KpiExport {
  fileName: string;
  csv: string;
}

/** A report as a file that says what it is without the screen it was taken from. No personal data. */
export function exportReport(report: KpiReport, facts: ExportFacts): KpiExport {
  const { from, to } = report.period;
  return {
    fileName: `kpi-${facts.isDemo ? 'simulasi-' : ''}${from}-sd-${to}.csv`,
    csv: toCsv([
      HEADER,
      ...aboutReport(report, facts),
      ...tabulateReport(report, namesOf(facts.city)).map(cellsOf),
    ]),
  };
}

const HEADER = [
  'bagian',
  'angka',
  'nama',
  'kode_dimensi',
  'nama_dimensi',
  'dari',
  'sampai',
  'nilai',
  'satuan',
  'n',
  'dikeluarkan',
  'definisi',
  'sumber',
] as const;

function cellsOf(row: KpiRow): Cell[] {
  return [
    row.section,
    row.figure,
    row.name,
    row.dimension?.code ?? null,
    row.dimension?.name ?? null,
    row.period.from,
    row.period.to,
    row.value,
    row.unit,
    row.n,
    row.excluded,
    row.definition,
    row.source,
  ];
}

/** Facts about the report in rows of the same shape, so that a program reads the file in one go. */
function aboutReport({ period, seq, computedAt }: KpiReport, facts: ExportFacts): Cell[][] {
  const about: [figure: string, name: string, value: Cell, unit: string][] = [
    ['data', 'Data', facts.isDemo ? 'DATA SIMULASI' : 'DATA NYATA', 'teks'],
    ['computedAt', 'Dihitung sampai', computedAt, 'waktu UTC'],
    ['seq', 'Tempat di log perubahan', seq, 'nomor'],
    ['exportedAt', 'Diekspor pada', facts.exportedAt, 'waktu UTC'],
    ['exportedBy', 'Diekspor oleh', facts.exportedBy, 'teks'],
  ];
  return about.map(([figure, name, value, unit]) => [
    'report',
    figure,
    name,
    null,
    null,
    period.from,
    period.to,
    value,
    unit,
    null,
    null,
    null,
    null,
  ]);
}

function namesOf({ incidentCategories, agencies, kecamatan }: CityPack): KpiNames {
  const categoryNames = new Map(incidentCategories.map(({ code, label }) => [code, label.id]));
  const agencyNames = new Map(agencies.map(({ code, shortName }) => [code, shortName]));
  const kecamatanNames = new Map(kecamatan.map(({ code, name }) => [code, name]));
  return {
    category: (code) =>
      code === WITHHELD_CATEGORY ? 'Dirahasiakan' : (categoryNames.get(code) ?? code),
    agency: (code) => agencyNames.get(code) ?? code,
    kecamatan: (code) =>
      code === null ? 'Luar kota atau tidak diketahui' : (kecamatanNames.get(code) ?? code),
  };
}
