import type { Profile } from './config';
import { StartError } from './start-error';

interface Choice {
  /** What the data directory was made with; null: not decided yet. */
  recorded: Profile | null;
  /** What was asked for; null: nothing. */
  wanted: Profile | null;
  /** Begins a sentence, e.g. `The data directory /srv/dasbor`. */
  place: string;
}

/**
 * The profile to run with. A data directory keeps the one it was made with: simulated records must never
 * mix with real ones.
 * @throws StartError when another one is asked for
 */
export function chooseProfile({ recorded, wanted, place }: Choice): Profile {
  if (recorded !== null && wanted !== null && wanted !== recorded) {
    throw new StartError(
      `${place} was made with the profile "${recorded}" and cannot be used with "${wanted}". ` +
        `Leave --profile out, or choose another one (--data-dir DIR, DATABASE_URL).`,
    );
  }
  return recorded ?? wanted ?? 'demo';
}
