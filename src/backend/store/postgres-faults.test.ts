import pg from 'pg';
import { describe, expect, it } from 'vitest';

import { AppError, refusalIn } from '../errors';
import { endsConnection, faultOf } from './postgres-faults';

function databaseError(code: string): pg.DatabaseError {
  const error = new pg.DatabaseError('said by the server', 0, 'error');
  error.code = code;
  return error;
}

const systemError = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

describe('faultOf', () => {
  it.each([
    ['the server shuts down', databaseError('57P01')],
    ['it starts', databaseError('57P03')],
    ['it has no connection left', databaseError('53300')],
    ['its disk is full', databaseError('53100')],
    ['it became a standby', databaseError('25006')],
    ['a statement took too long', databaseError('57014')],
    ['nothing listens', systemError('ECONNREFUSED')],
    ['the line broke', new Error('Connection terminated unexpectedly')],
    ['nothing answers', new Error('Query read timeout')],
  ])('is unavailable where %s, with the cause for the log', (_what, cause) => {
    const fault = faultOf(cause);
    expect(fault).toBeInstanceOf(AppError);
    expect(fault).toMatchObject({ code: 'unavailable', cause });
    // As the query builder hands it on.
    expect(refusalIn(new Error('Failed query', { cause: fault }))).toBe(fault);
  });

  it.each([
    ['a broken rule of the schema', databaseError('23505')],
    ['a deadlock, which is run again elsewhere', databaseError('40P01')],
    ['a bug', new TypeError('undefined is not a function')],
  ])('leaves %s as it is', (_what, cause) => {
    expect(faultOf(cause)).toBe(cause);
  });
});

describe('endsConnection', () => {
  it('is true of a line that broke, not of what the server refused', () => {
    expect(endsConnection(new Error('Query read timeout'))).toBe(true);
    expect(endsConnection(databaseError('57014'))).toBe(false);
    expect(endsConnection(databaseError('23505'))).toBe(false);
  });
});
