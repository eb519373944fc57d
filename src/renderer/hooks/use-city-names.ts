import { type CityNames, cityNames } from '../i18n/city-names';
import { useLanguage } from '../i18n/t';
import { useCity } from './use-city';

/** The city's names in the language in force. */
export function useCityNames(): CityNames {
  return cityNames(useCity(), useLanguage());
}
