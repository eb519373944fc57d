import { assertNever } from '@shared/assert';
import type { Area } from '@shared/domain/area';

import type { CityNames } from './city-names';
import type { Translate } from './t';

/** An area in a line: `Gerem · Grogol`, `Luar kota: Lenteng Timur, Lenteng`, `Wilayah tidak diketahui`. */
export function areaWords(area: Area, names: CityNames, t: Translate): string {
  switch (area.kind) {
    case 'in_city': {
      const kecamatan = names.kecamatan(area.kecamatanCode);
      if (area.kelurahanCode === null) return t('common.kecamatan', { name: kecamatan });
      return `${names.kelurahan(area.kelurahanCode)} · ${kecamatan}`;
    }
    case 'outside_city': {
      const place = [area.kelurahanText, area.kecamatanText]
        .filter((text) => text !== null)
        .join(', ');
      return place === '' ? t('common.outsideCity') : t('common.outsideCityAt', { place });
    }
    case 'unknown':
      return t('common.areaUnknown');
    default:
      return assertNever(area);
  }
}
