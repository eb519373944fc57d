import type { CityPack } from '@shared/domain/city-pack';

import { COMPLAINT_NUMBER_PREFIX, formatRecordNumber } from '../operations/record-number';
import type { FormatNumber } from '../store/number-by-day';

/** Past records are numbered like those that come in one by one. */
export function recordNumbersOf({ city }: CityPack): FormatNumber {
  return (kind, day, nth) =>
    formatRecordNumber(
      kind === 'incident' ? city.incidentNumberPrefix : COMPLAINT_NUMBER_PREFIX,
      day,
      nth,
    );
}
