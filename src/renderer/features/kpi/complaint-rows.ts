import type { KpiReport } from '@shared/protocol/kpi';

import type { CityNames } from '../../i18n/city-names';
import type { Translate } from '../../i18n/t';
import type { ComplaintRow } from './complaints-panel';

/** The report's complaints by agency, named. */
export function rowsByAgency({ complaints }: KpiReport, names: CityNames): ComplaintRow[] {
  return complaints.byAgency.map((row) => ({
    ...row,
    key: row.agencyCode,
    label: names.agency(row.agencyCode),
    labelInFull: names.agencyInFull(row.agencyCode),
  }));
}

/** The report's complaints by kecamatan, named; what is in none of them is named too. */
export function rowsByKecamatan(
  { complaints }: KpiReport,
  names: CityNames,
  t: Translate,
): ComplaintRow[] {
  return complaints.byKecamatan.map((row) => {
    const { kecamatanCode: code } = row;
    if (code === null) {
      const label = t('kpi.noPlaceShort');
      return { ...row, key: 'none', label, labelInFull: t('kpi.noPlace') };
    }
    const label = names.kecamatan(code);
    return { ...row, key: code, label, labelInFull: label };
  });
}
