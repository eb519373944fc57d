import fc from 'fast-check';
import { expect, it } from 'vitest';

import { buildTestCity } from '../../tests/support/test-city';
import { composeRequest } from './compose-request';
import { drawCases } from './draw-cases';
import { fillMarks, type Pool } from './fill-marks';
import { jsonText, Pairs, RawText } from './json-text';
import { discoverRoutes } from './routes';
import { CLIENT_EVENTS } from './socket-case';
import { frameBytes, textFrame } from './socket-frames';
import { validValue } from './valid-value';
import { createWorld } from './world';

const world = createWorld(buildTestCity());
const openApi = {
  paths: {
    '/api/v1/calls/{id}': { get: { parameters: [{ name: 'id', in: 'path' }] } },
    '/api/v1/calls': {
      post: {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { type: { enum: ['normal', 'prank'] }, receivedAt: { type: 'string' } },
                required: ['type'],
              },
            },
          },
        },
      },
    },
  },
};
const pool: Pool = {
  ids: { incident: ['i-1', 'i-2'], complaint: [], call: [] },
  tokens: { window: 'T' },
  nowMs: Date.UTC(2026, 10, 24, 2, 0, 0),
};

const draw = (seed: number, count: number) => [
  ...drawCases({ seed, count, routes: discoverRoutes(openApi), world, tokenNames: ['window'] }),
];

it('draws the same cases from the same seed, and others from another', () => {
  expect(draw(1, 120)).toEqual(draw(1, 120));
  expect(draw(1, 120)).not.toEqual(draw(2, 120));
});

it('draws the n-th case alike, however many are asked for', () => {
  expect(draw(1, 20)).toEqual(draw(1, 300).slice(0, 20));
});

it('covers every route, every kind of case and every message of a client', () => {
  const cases = draw(3, 1_000);
  const routes = new Set(cases.map(({ route }) => route));
  for (const { method, path } of discoverRoutes(openApi))
    expect([...routes]).toContain(`${method} ${path}`);
  expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(['http', 'socket', 'tcp']));
  const frames = JSON.stringify(cases.filter(({ kind }) => kind === 'socket'));
  for (const event of CLIENT_EVENTS) expect(frames).toContain(`42[\\"${event}\\"`);
});

it('makes values that fit a schema, and writes what JSON.stringify would not', () => {
  const value = validValue({ type: 'integer', minimum: 3, maximum: 4 }, world);
  for (const number of fc.sample(value, 50)) expect([3, 4]).toContain(number);
  const twice = new Pairs([
    ['a', new RawText('1e999')],
    ['a', [null]],
  ]);
  expect(jsonText({ x: twice })).toBe('{"x":{"a":1e999,"a":[null]}}');
});

it('puts in ids, times and tokens at the moment of sending', () => {
  expect(fillMarks('@incident:1@ @call:0@ @ago:60@ @token:window@ a@b:c@', pool)).toBe(
    'i-2 00000000-0000-7000-8000-000000000000 2026-11-24T01:59:00.000Z T a@b:c@',
  );
});

it('counts the length of the body that is really sent', () => {
  const sent = composeRequest(
    {
      kind: 'http',
      route: 'POST /x',
      method: 'POST',
      target: '/x',
      headers: [['content-length', '@length:1@']],
      body: '"@incident:0@"',
      cutAt: null,
      isChunked: false,
    },
    pool,
  ).toString();
  expect(sent).toContain('content-length: 6\r\n');
  expect(sent.endsWith('\r\n\r\n"i-1"')).toBe(true);
});

it('masks frames, and gives long ones a longer length', () => {
  expect(frameBytes(textFrame('Hi'))).toEqual(
    Buffer.from([0x81, 0x82, 0x11, 0x22, 0x33, 0x44, 0x48 ^ 0x11, 0x69 ^ 0x22]),
  );
  expect(frameBytes(textFrame('x'.repeat(300)))[1]).toBe(0x80 | 126);
});
