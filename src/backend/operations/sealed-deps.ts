import type { Sealer } from '../personal-data/sealer';
import type { Deps } from './deps';

/** What operations on words and persons need besides. */
export interface SealedDeps extends Deps {
  sealer: Sealer;
}
