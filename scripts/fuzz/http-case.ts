import fc from 'fast-check';

import { authorization } from './forged-tokens';
import { jsonText } from './json-text';
import { lengthMark } from './length-mark';
import { mutated } from './mutate-value';
import { nastyValue } from './nasty-values';
import type { Route } from './routes';
import { validValue } from './valid-value';
import { idMark, RECORD_KINDS, type World } from './world';

/** A request as it goes over the wire. Text is latin1: one character, one byte. */
export interface HttpCase {
  kind: 'http';
  /** `POST /api/v1/calls` */
  route: string;
  method: string;
  target: string;
  headers: [string, string][];
  body: string;
  /** The body's bytes after which the sender hangs up; null: all are sent. */
  cutAt: number | null;
  /** Sent in one chunk. */
  isChunked: boolean;
}

const ODD_METHODS: string[] = [
  'PATCH',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'TRACE',
  'PROPFIND',
  'PURGE',
  'get',
];
const CONTENT_TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'application/json;;;',
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/problem+json',
  '',
];

/** Requests to the routes: right ones, and ones with up to two faults. */
export function httpCases(
  routes: readonly Route[],
  world: World,
  tokenNames: readonly string[],
): fc.Arbitrary<HttpCase> {
  return routeOf(routes)
    .chain((route) => rightCase(route, world, tokenNames))
    .chain(withFaults);
}

/** Writes are drawn more often: there is more behind them to go wrong. */
function routeOf(routes: readonly Route[]): fc.Arbitrary<Route> {
  const writes = routes.filter(({ body }) => body !== null);
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...writes) },
    { weight: 1, arbitrary: fc.constantFrom(...routes) },
  );
}

function rightCase(
  route: Route,
  world: World,
  tokenNames: readonly string[],
): fc.Arbitrary<HttpCase> {
  const body =
    route.body === null
      ? fc.constant('')
      : validValue(route.body, world).chain((value) =>
          fc
            .oneof(
              { weight: 6, arbitrary: fc.constant(value) },
              { weight: 4, arbitrary: mutated(value) },
            )
            .map((sent) => Buffer.from(jsonText(sent)).toString('latin1')),
        );
  // Few keys, so that many a request comes under the key of another one.
  const idempotencyKey = fc.option(
    fc.nat(300).map((number) => `fuzz-${number}`),
    { freq: 2 },
  );
  return fc
    .record({
      target: target(route, world),
      body,
      authorization: authorization(tokenNames),
      idempotencyKey,
    })
    .map(({ target, body, authorization, idempotencyKey }) => ({
      kind: 'http',
      route: `${route.method} ${route.path}`,
      method: route.method,
      target,
      headers: [
        ...(authorization === null ? [] : [header('authorization', authorization)]),
        ...(body === '' ? [] : [header('content-type', 'application/json')]),
        ...(idempotencyKey === null ? [] : [header('idempotency-key', idempotencyKey)]),
        ...(body === '' ? [] : [header('content-length', lengthMark(0))]),
      ],
      body,
      cutAt: null,
      isChunked: false,
    }));
}

function target(route: Route, world: World): fc.Arbitrary<string> {
  const path = fc
    .tuple(...route.path.split('/').map((segment) => pathSegment(segment, route, world)))
    .map((segments) => segments.join('/'));
  const entries = Object.entries(route.query).map(([name, schema]) =>
    fc
      .oneof(
        { weight: 5, arbitrary: fc.constant(null) },
        { weight: 4, arbitrary: validValue(schema, world, name).map(String) },
        { weight: 1, arbitrary: nastyValue.map(jsonText) },
      )
      .map((value) => (value === null ? '' : `${name}=${encode(value)}`)),
  );
  const odd = fc.constantFrom(
    '',
    '',
    '',
    '',
    '',
    'x=1',
    '__proto__[a]=1',
    'limit=1&limit=2',
    '%',
    '&&=',
  );
  return fc.tuple(path, ...entries, odd).map(([path, ...pairs]) => {
    const query = pairs.filter((pair) => pair !== '').join('&');
    return query === '' ? path : `${path}?${query}`;
  });
}

function pathSegment(segment: string, route: Route, world: World): fc.Arbitrary<string> {
  if (!/^(\{|\*)/.test(segment)) return fc.constant(segment);
  const kind = RECORD_KINDS.find((candidate) => route.path.includes(`/${candidate}s/`));
  const unitIds = world.valuesOf('unitId') ?? fc.constant('x');
  const right = kind === undefined ? unitIds.map(String) : idMark(kind);
  const nasty = fc.constantFrom(
    '',
    '%00',
    '%2e%2e%2fetc%2fpasswd',
    '..%5c..%5cpackage.json',
    '%ff%fe',
    '%',
    'x'.repeat(300),
    '__proto__',
    "'%20OR%201=1--",
    '%E2%80%AE',
  );
  return fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: nasty });
}

/** Faults of the message around the body. */
function withFaults(right: HttpCase): fc.Arbitrary<HttpCase> {
  const changed = <T>(drawn: fc.Arbitrary<T>, change: (value: T) => HttpCase) => drawn.map(change);
  const ownHeader = (name: string, ...values: string[]) =>
    changed(fc.constantFrom(...values), (value) => withHeader(right, name, value));
  const one = fc.oneof(
    changed(fc.constantFrom(...ODD_METHODS), (method) => ({ ...right, method })),
    ownHeader('content-type', ...CONTENT_TYPES),
    ownHeader('content-length', ...[-1, 1, 7, 100_000].map(lengthMark)),
    ownHeader('content-length', '-1', 'NaN', '1e3', '0x10', '1,1'),
    changed(fc.nat(right.body.length), (cutAt) => ({ ...right, cutAt })),
    // Beside the content length that is there already: which of the two counts must be no question.
    changed(fc.constant('chunked'), (coding) => ({
      ...right,
      isChunked: true,
      headers: [...right.headers, header('transfer-encoding', coding)],
    })),
    changed(fc.constant(right.headers), (again) => ({
      ...right,
      headers: [...right.headers, ...again],
    })),
    brokenBody(right),
    changed(oddHeader, ([name, value]) => ({
      ...right,
      headers: [...right.headers, header(name, value)],
    })),
    changed(fc.constantFrom('//', '/../..', '/%2e%2e/%2e%2e', '\\'), (prefix) => ({
      ...right,
      target: prefix + right.target,
    })),
  );
  return fc.oneof({ weight: 7, arbitrary: fc.constant(right) }, { weight: 3, arbitrary: one });
}

const oddHeader: fc.Arbitrary<readonly [string, string]> = fc.constantFrom(
  ['x-forwarded-for', '127.0.0.1, ::1, unknown'],
  ['x-forwarded-host', 'attacker.example'],
  ['origin', 'https://attacker.example'],
  ['origin', 'null'],
  ['host', 'attacker.example'],
  ['host', '\u00ff'],
  ['range', 'bytes=0-0,5-999999999999999999999'],
  ['if-none-match', `"${'x'.repeat(5_000)}"`],
  ['idempotency-key', ' '],
  ['idempotency-key', 'x'.repeat(129)],
  ['accept-encoding', 'gzip, br, \u0001'],
  ['expect', '100-continue'],
  ['expect', 'something-else'],
  ['upgrade', 'h2c'],
  ['connection', 'upgrade'],
  ['x-long', 'x'.repeat(20_000)],
  ['content-encoding', 'gzip'],
  ['__proto__', 'x'],
  ['sec-fetch-site', 'same-origin'],
);

function brokenBody(right: HttpCase): fc.Arbitrary<HttpCase> {
  return fc
    .constantFrom('\xff', '\xc3\x28', '\xed\xa0\x80', '\xef\xbb\xbf', '\x00', ',', '{', ']]')
    .chain((bytes) =>
      fc.nat(right.body.length).map((at) => {
        const body = right.body.slice(0, at) + bytes + right.body.slice(at);
        return { ...right, body };
      }),
    );
}

function withHeader(right: HttpCase, name: string, value: string): HttpCase {
  return {
    ...right,
    headers: [...right.headers.filter(([known]) => known !== name), header(name, value)],
  };
}

const header = (name: string, value: string): [string, string] => [name, value];

const encode = (text: string): string => encodeURIComponent(Buffer.from(text).toString());
