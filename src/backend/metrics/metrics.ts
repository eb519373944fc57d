import { Registry } from 'prom-client';

import { createHttpMetrics, type HttpMetrics } from './http-metrics';
import { createStoreMetrics, type StoreMetrics } from './store-metrics';
import { createStreamMetrics, type StreamMetrics } from './stream-metrics';

/**
 * What this process counts, each kind of work by its own object. Names begin with `cc_`, times are seconds as
 * Prometheus has them, and no label ever holds a value that a request brought (docs/runbook.md lists them all).
 */
export interface Metrics {
  registry: Registry;
  http: HttpMetrics;
  stream: StreamMetrics;
  store: StoreMetrics;
}

/** Counters of one backend, in a registry of its own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  return {
    registry,
    http: createHttpMetrics(registry),
    stream: createStreamMetrics(registry),
    store: createStoreMetrics(registry),
  };
}
