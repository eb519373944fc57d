/**
 * A function of some inputs that computes again only when one of them is another object. `reconcile` may give
 * the previous result, or parts of it, back where the new one says the same: readers that compare by identity
 * then do not render. It remembers one call: one store is read at a time.
 */
export function memoise<Inputs extends readonly unknown[], Result>(
  compute: (...inputs: Inputs) => Result,
  reconcile: (previous: Result, next: Result) => Result = (_previous, next) => next,
): (...inputs: Inputs) => Result {
  let last: { inputs: Inputs; result: Result } | null = null;
  return (...inputs) => {
    if (last !== null && isSameList(last.inputs, inputs)) return last.result;
    const computed = compute(...inputs);
    const result = last === null ? computed : reconcile(last.result, computed);
    last = { inputs, result };
    return result;
  };
}

/** A `reconcile` that keeps the previous result where the two are the same by this measure. */
export function keepIf<T>(
  isSame: (a: NoInfer<T>, b: NoInfer<T>) => boolean,
): (previous: T, next: T) => T {
  return (previous, next) => (isSame(previous, next) ? previous : next);
}

/** Same length and the same values (by identity) in the same order. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}

/** The same keys with the same values (by identity). */
export function isSameMap(
  a: ReadonlyMap<unknown, unknown>,
  b: ReadonlyMap<unknown, unknown>,
): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    if (!b.has(key) || !Object.is(value, b.get(key))) return false;
  }
  return true;
}
