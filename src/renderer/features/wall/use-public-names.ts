import { WITHHELD_CATEGORY } from '@shared/domain/render-record';
import { useMemo } from 'react';

import { useCity } from '../../hooks/use-city';
import { useCityNames } from '../../hooks/use-city-names';
import type { CityNames } from '../../i18n/city-names';
import { useT } from '../../i18n/t';

/** The city's names as a wall may say them: sensitive categories have none. */
export function usePublicNames(): CityNames {
  const t = useT();
  const names = useCityNames();
  const { incidentCategories } = useCity();
  return useMemo(() => {
    const told = new Set(
      incidentCategories.filter(({ isSensitive }) => !isSensitive).map(({ code }) => code),
    );
    return {
      ...names,
      category: (code) =>
        code !== WITHHELD_CATEGORY && told.has(code) ? names.category(code) : t('wall.withheld'),
      subcategory: (categoryCode, code) =>
        told.has(categoryCode) ? names.subcategory(categoryCode, code) : t('wall.withheld'),
    };
  }, [t, names, incidentCategories]);
}
