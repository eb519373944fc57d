import { AppError } from '../errors';

/** @throws AppError version_conflict where the caller acted on an older state than the current one */
export function checkVersion(expected: number | undefined, current: number): void {
  if (expected === undefined || expected === current) return;
  throw new AppError(
    'version_conflict',
    `The record has changed meanwhile: you saw version ${expected}, it is at ${current}. Look again, then repeat.`,
    { expected, current },
  );
}
