import { expect, it } from 'vitest';
import { z } from 'zod';

import { readAnswer } from './answer';
import { whatIsWrong } from './read-strictly';
import { watchLogHead } from './watch-log-head';

const schema = z.object({ id: z.string(), count: z.number().int() });

it.each([
  ['is not what its schema says', { id: 'a', count: 0.5 }],
  ['has a key that its schema does not know', { id: 'a', count: 1, isAdmin: true }],
  ['holds half a character', { id: 'a\ud800', count: 1 }],
  ['holds a NUL', { id: 'a\0', count: 1 }],
])('finds a record that %s', (_name, record) => {
  expect(whatIsWrong(schema, record, 'record')).not.toEqual([]);
});

it('finds nothing wrong with a right record', () => {
  expect(whatIsWrong(schema, { id: 'é🙂', count: 1 }, 'record')).toEqual([]);
});

const answered = (status: string, body: unknown) =>
  readAnswer(`HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(body)}`);

it('finds a refused write that has gone on with the log, once', async () => {
  let head = 7;
  const watch = watchLogHead(async () => head, 7);
  const refused = answered('400 Bad Request', { code: 'validation_failed' });
  expect(await watch.afterWrite(refused)).toBeNull();
  head = 8;
  expect(await watch.afterWrite(refused)).toMatchObject({ fault: 'storedGarbage' });
  expect(await watch.afterWrite(refused)).toBeNull();
});

it('takes the seq of an accepted write for what it is', async () => {
  const watch = watchLogHead(async () => 9, 7);
  const accepted = answered('202 Accepted', { seq: 9, id: 'c-1', replayed: false });
  expect(await watch.afterWrite(accepted)).toBeNull();
  expect(await watch.afterWrite(answered('409 Conflict', {}))).toBeNull();
});
