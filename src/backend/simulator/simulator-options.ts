import type { CityPack } from '@shared/domain/city-pack';

import type { Clock } from '../clock';
import type { Log } from '../log';

export interface SimulatorOptions {
  url: string;
  token: string;
  city: CityPack;
  seed: number;
  clock: Clock;
  log: Log;
  /** How often things happen: 1 as in life, 2 twice as often. */
  rate: number;
}
