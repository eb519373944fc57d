import { describe, expect, it } from 'vitest';

import { readAnswer } from './answer';
import type { Exchange } from './exchange';
import type { Secrets } from './find-leak';
import { judgeAnswer } from './verdict';

const secrets: Secrets = { texts: { 'tokens.window': 'S3CR3T-TOKEN' }, folders: ['/srv/data'] };
const ended: Exchange = { text: '', end: 'closed', elapsedMs: 5 };

const answer = (status: string, body: unknown, type = 'application/json; charset=utf-8') =>
  readAnswer(`HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\n\r\n${JSON.stringify(body)}`);
const refusal = (message: string, details?: unknown) =>
  answer('400 Bad Request', { code: 'validation_failed', message, requestId: 'r-1', details });
const judge = (given: ReturnType<typeof answer>) => judgeAnswer(ended, given, secrets, 'api');

describe('judgeAnswer finds a planted', () => {
  it.each([
    ['answer of 500', answer('500 Internal', { code: 'internal' }), 'http5xx'],
    ['answer of 503', answer('503 Unavailable', { code: 'unavailable' }), 'http5xx'],
    ['token', answer('200 OK', { note: 'S3CR3T-TOKEN' }), 'leaks'],
    ['folder', refusal('ENOENT: /srv/data/access-tokens.json'), 'leaks'],
    ['stack trace', refusal('x is not a function\n    at open (/a/b.ts:12:7)'), 'leaks'],
    ['query', refusal('Failed query: select "id" from "calls"'), 'leaks'],
    ['error of the database', refusal('duplicate key violates unique constraint'), 'leaks'],
    ['refusal of another shape', answer('400 Bad Request', { error: 'Bad Request' }), 'leaks'],
    ['refusal that is no JSON', answer('400 Bad Request', 'no', 'text/plain'), 'leaks'],
  ])('%s', (_name, given, fault) => {
    expect(judge(given)?.fault).toBe(fault);
  });

  it('silence', () => {
    const silent: Exchange = { text: '', end: 'silent', elapsedMs: 10_000 };
    expect(judgeAnswer(silent, readAnswer(''), secrets, 'api')?.fault).toBe('hangs');
  });
});

describe('judgeAnswer lets pass', () => {
  it.each([
    ['a record', answer('200 OK', { id: 'c-1' })],
    ['a refusal in the shape of all', refusal('body.type: expected one of "normal"')],
    ['a connection that was closed without an answer', readAnswer('')],
    ['a page with code in it', answer('200 OK', 'select "a" from "b"', 'text/html; charset=utf-8')],
  ])('%s', (_name, given) => {
    expect(judge(given)).toBeNull();
  });

  it('what the stream’s library answers in its own words, but not a secret in them', () => {
    const own = answer('400 Bad Request', 'Transport unknown', 'text/html');
    expect(judgeAnswer(ended, own, secrets, 'stream')).toBeNull();
    const telling = answer('400 Bad Request', 'S3CR3T-TOKEN', 'text/html');
    expect(judgeAnswer(ended, telling, secrets, 'stream')?.fault).toBe('leaks');
  });
});

it('reads an answer that came in chunks after a 100 Continue', () => {
  const text =
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n4\r\n{"a"\r\n3\r\n:1}\r\n0\r\n\r\n';
  expect(readAnswer(text)).toMatchObject({ status: 200, json: { a: 1 } });
});
