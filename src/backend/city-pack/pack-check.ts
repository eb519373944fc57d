import type { CityPack, cityPackFiles } from '@shared/domain/city-pack';

import type { CityPackProblem } from './city-pack-error';

export type PackFileName = keyof typeof cityPackFiles;

/** Something to be said of several files at once. */
export interface PackCheck {
  /** The files it looks at; where one of them does not fit its schema, the check cannot run. */
  reads: readonly PackFileName[];
  check: (pack: CityPack) => CityPackProblem[];
}
