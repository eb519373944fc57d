import type { ErrorCode } from '@shared/protocol/errors';

/** A request that was not answered with success: the server's own words, or ours where it could not be reached. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  /** To be found again in the server's log; null where no server answered. */
  readonly requestId: string | null;
  /** What the server says besides, by code; its reader parses it. */
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, requestId: string | null, details?: unknown) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.requestId = requestId;
    this.details = details;
  }
}
