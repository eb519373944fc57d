import type { CityPack } from '@shared/domain/city-pack';

import type { AreasInForce } from '../areas/areas-in-force';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Store } from '../store/open-store';

/** What every operation needs. */
export interface Deps {
  store: Pick<Store, 'db' | 'transact'>;
  clock: Clock;
  /** The city's lists; its shapes are those of `areas`. */
  city: CityPack;
  areas: AreasInForce;
  log: Log;
}
