/** A repeatable generator of numbers in [0, 1), so that a failure can be played again by its seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // A linear congruential step on 32 bits: plenty for choosing what happens next in a test.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
