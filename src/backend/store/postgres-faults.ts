import pg from 'pg';

import { AppError } from '../errors';

/**
 * What went wrong with a query, as its sender is told: `unavailable` where the database cannot be reached or
 * cannot work now, so that trying again may help; else the error as it is.
 */
export function faultOf(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (isSlow(error)) return unavailable('The database took too long.', error);
  return isLost(error) ? unavailable('The database cannot be reached.', error) : error;
}

/** What every failure to get a connection comes to at run time, whatever its cause. */
export function noConnection(error: unknown): AppError {
  return unavailable('The database cannot be reached.', error);
}

/** More ask than the database answers: nobody else is made to wait. */
export function overloaded(): AppError {
  return unavailable('The database is overloaded.', undefined);
}

/** Whether the connection that failed so must not be used again. */
export function endsConnection(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) && isLost(error);
}

function unavailable(what: string, cause: unknown): AppError {
  const error = new AppError('unavailable', `${what} Send it again in a moment.`);
  error.cause = cause;
  return error;
}

/** Statement time-out, and lock time-out. */
const SLOW_STATES = new Set(['57014', '55P03']);

function isSlow(error: unknown): boolean {
  return error instanceof pg.DatabaseError && SLOW_STATES.has(error.code ?? '');
}

/**
 * Connection lost (08), no room or memory left (53), shut down or starting (57P), failure of its disk (58), a
 * transaction that stood still too long (25P03), a standby in the place of the server (25006).
 */
const LOST_STATES = /^(08...|53...|57P0.|58...|25P03|25006)$/;
/** What the driver says without a code of its own. */
const LOST_MESSAGES =
  /^(Connection terminated|Query read timeout|timeout (expired|exceeded)|Client (has encountered a connection error|was closed)|Cannot use a pool)/;
const SYSTEM_CODES = /^E[A-Z]+$/;

function isLost(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return LOST_STATES.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (code !== undefined && SYSTEM_CODES.test(code)) || LOST_MESSAGES.test(error.message);
}
