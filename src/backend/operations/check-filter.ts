import { requireKnown } from './check-known';

/** A filter with a mistyped code would find nothing, which looks like an answer. @throws AppError validation_failed */
export function refuseUnknownFilter(
  field: string,
  code: string | undefined,
  known: readonly { code: string }[],
): void {
  if (code !== undefined) requireKnown(field, code, known, (item) => item.code);
}
