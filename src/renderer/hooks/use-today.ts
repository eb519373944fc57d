import { wibDay } from '@shared/domain/time';

import { useNow } from './use-live';

/** The WIB day of the server's clock, `YYYY-MM-DD`. */
export function useToday(): string {
  return wibDay(new Date(useNow(60_000)).toISOString());
}
