import fc from 'fast-check';

import { type HttpCase, httpCases } from './http-case';
import type { Route } from './routes';
import { type SocketCase, socketCases } from './socket-case';
import { type TcpCase, tcpCases } from './tcp-case';
import type { World } from './world';

export type Case = HttpCase | SocketCase | TcpCase;

/** Drawn and let go in portions, so that memory does not grow with the number of cases. */
const PORTION = 250;

interface Options {
  seed: number;
  count: number;
  routes: readonly Route[];
  world: World;
  tokenNames: readonly string[];
}

/** The cases of a seed: the same seed, routes and city give the same cases in the same order. */
export function* drawCases({ seed, count, routes, world, tokenNames }: Options): Generator<Case> {
  const cases: fc.Arbitrary<Case> = fc.oneof(
    { weight: 16, arbitrary: httpCases(routes, world, tokenNames) },
    { weight: 3, arbitrary: socketCases(tokenNames) },
    { weight: 1, arbitrary: tcpCases },
  );
  for (let start = 0; start < count; start += PORTION) {
    const numRuns = Math.min(PORTION, count - start);
    // Every portion has a seed of its own, and is drawn whole: which case is the n-th does not depend on the count.
    yield* fc.sample(cases, { seed: seed + start, numRuns: PORTION }).slice(0, numRuns);
  }
}
