import type { Area } from '@shared/domain/area';
import type { CityPack } from '@shared/domain/city-pack';

import type { Translate } from '../i18n/t';

/** `Gerem · Grogol`; for places outside the city the source's own words. */
export function areaWords(area: Area, city: CityPack, t: Translate): string {
  switch (area.kind) {
    case 'in_city': {
      const kelurahan = city.kelurahan.find(({ code }) => code === area.kelurahanCode)?.name;
      const kecamatan =
        city.kecamatan.find(({ code }) => code === area.kecamatanCode)?.name ?? area.kecamatanCode;
      return kelurahan === undefined ? kecamatan : `${kelurahan} · ${kecamatan}`;
    }
    case 'outside_city': {
      const place = [area.kelurahanText, area.kecamatanText]
        .filter((text) => text !== null)
        .join(' · ');
      return place === '' ? t('common.outsideCity') : t('common.outsideCityAt', { place });
    }
    case 'unknown':
      return t('common.areaUnknown');
  }
}
