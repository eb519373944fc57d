import type { CityPack } from '@shared/domain/city-pack';

import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Store } from '../store/open-store';

/** What every operation needs. */
export interface Deps {
  store: Pick<Store, 'db' | 'transact'>;
  clock: Clock;
  city: CityPack;
  log: Log;
}
