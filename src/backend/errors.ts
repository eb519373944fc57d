import type { ErrorCode } from '@shared/protocol/errors';

/** A request that is refused. The message says what is wrong and what to do; it is shown to whoever asked. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  /** Facts for programs: the field, the allowed values, the version that is current. */
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** The refusal in an error that a library may have wrapped around it; null: there is none. */
export function refusalIn(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return error instanceof Error && error.cause !== undefined ? refusalIn(error.cause) : null;
}

/** @param kind with article, e.g. `an incident` */
export function notFound(kind: string, id: string): AppError {
  return new AppError('not_found', `There is no ${kind} with id ${id}.`, { id });
}
