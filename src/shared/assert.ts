/** A condition that can only be false through a bug of ours. @throws Error naming what was expected */
export function invariant(condition: unknown, expectation: string): asserts condition {
  if (!condition) throw new Error(`Invariant violated: ${expectation}`);
}

/** Ends a `switch` over a union: a member without a case does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
