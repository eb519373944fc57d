/** A place among those at work. It is given up when every hold on it has been let go. */
export interface Place {
  /** @returns the letting go; calling it again does nothing */
  hold(): () => void;
}

export interface Gate {
  readonly limit: number;
  /** How many places are taken. */
  taken(): number;
  /** A place, to be held at once; or null when all are taken: whoever comes then is turned away, not queued. */
  enter(): Place | null;
}

/** A bound on how many are at work at once. */
export function createGate(limit: number): Gate {
  let taken = 0;
  return {
    limit,
    taken: () => taken,
    enter() {
      if (taken >= limit) return null;
      taken += 1;
      let holds = 0;
      return {
        hold() {
          holds += 1;
          let isHeld = true;
          return () => {
            if (!isHeld) return;
            isHeld = false;
            holds -= 1;
            if (holds === 0) taken -= 1;
          };
        },
      };
    },
  };
}
