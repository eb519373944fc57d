import { describe, expect, it } from 'vitest';

import type { Transact } from '../store/transact';
import { createMetrics } from './metrics';
import { type WatchedState, watchState } from './watch-state';

const SYSTEM = { kind: 'system', id: 'test' } as const;

const answered = {
  method: 'POST',
  route: '/api/v1/incidents/:id/notes',
  statusCode: 202,
  errorCode: null,
  elapsedMs: 30,
} as const;

describe('createMetrics', () => {
  it('counts requests by route template, method and class of status, in seconds', async () => {
    const { registry, http } = createMetrics();
    http.answered(answered);
    http.answered({ ...answered, statusCode: 409, errorCode: 'version_conflict' });
    const text = await registry.metrics();
    const labels = 'method="POST",route="/api/v1/incidents/:id/notes"';
    expect(text).toContain(
      `cc_http_request_duration_seconds_sum{${labels},status_class="2xx"} 0.03`,
    );
    expect(text).toContain(
      `cc_http_request_duration_seconds_count{${labels},status_class="4xx"} 1`,
    );
    expect(text).toContain('cc_errors_total{code="version_conflict"} 1');
  });

  it('makes no label of what a stranger made up', async () => {
    const { registry, http } = createMetrics();
    http.answered({ ...answered, method: 'BREW', route: null, statusCode: 404 });
    expect(await registry.metrics()).toContain('method="other",route="none",status_class="4xx"');
  });

  it('measures the lag of each change, and takes no harm from clocks that disagree', async () => {
    const { registry, stream } = createMetrics();
    const nowMs = Date.parse('2026-11-24T01:00:00.250Z');
    const at = (recordedAt: string) => ({ recordedAt });
    stream.published([at('2026-11-24T01:00:00.000Z'), at('2026-11-24T01:00:09.000Z')], nowMs);
    const text = await registry.metrics();
    expect(text).toContain('cc_publish_lag_seconds_sum 0.25');
    expect(text).toContain('cc_publish_lag_seconds_count 2');
  });

  it('times transactions and leaves their results and errors as they are', async () => {
    const { registry, store } = createMetrics();
    const committing: Transact = async (_actor, work) => ({
      result: await work({} as never),
      changes: [],
    });
    const timed = store.timed(committing);
    expect((await timed(SYSTEM, async () => 7)).result).toBe(7);
    await expect(timed(SYSTEM, () => Promise.reject(new Error('refused')))).rejects.toThrow(
      'refused',
    );
    const text = await registry.metrics();
    expect(text).toContain('cc_transaction_duration_seconds_count{outcome="committed"} 1');
    expect(text).toContain('cc_transaction_duration_seconds_count{outcome="rolled_back"} 1');
  });

  it('counts the attempts of a transaction beyond its first', async () => {
    const { registry, store } = createMetrics();
    const twice: Transact = async (_actor, work) => {
      await work({} as never);
      return { result: await work({} as never), changes: [] };
    };
    await store.timed(twice)(SYSTEM, async () => undefined);
    expect(await registry.metrics()).toContain('cc_transaction_retries_total 1');
  });

  it('keeps two backends of one process apart', async () => {
    const [one, other] = [createMetrics(), createMetrics()];
    one.stream.cut('slow');
    expect(await one.registry.metrics()).toContain('cc_socket_cuts_total{reason="slow"} 1');
    expect(await other.registry.metrics()).not.toContain('reason="slow"');
  });
});

describe('watchState', () => {
  it('reads the state anew each time, and forgets an audience that has left', async () => {
    let sockets = [
      { audience: 'room', bufferedBytes: 10 },
      { audience: 'room', bufferedBytes: 70 },
      { audience: 'executive', bufferedBytes: 0 },
    ];
    const { registry } = createMetrics();
    const state: WatchedState = {
      version: '1.2.3',
      profile: 'empty',
      headSeq: () => 42,
      isLogReadable: () => false,
      sockets: () => sockets,
      unsavedPositions: () => 3,
      writes: { limit: 256, taken: () => 5 },
      reads: { limit: 128, taken: () => 0 },
      connections: () => ({ open: 4, idle: 1, waiting: 2 }),
    };
    watchState(registry, state);
    const text = await registry.metrics();
    expect(text).toContain('cc_sockets{audience="room"} 2');
    expect(text).toContain('cc_sockets{audience="executive"} 1');
    expect(text).toContain('cc_socket_buffered_bytes_max 70');
    expect(text).toContain('cc_log_head_seq 42');
    expect(text).toContain('cc_log_readable 0');
    expect(text).toContain('cc_positions_unsaved 3');
    expect(text).toContain('cc_requests_at_work{kind="write"} 5');
    expect(text).toContain('cc_requests_at_work_limit{kind="read"} 128');
    expect(text).toContain('cc_db_connections{state="waiting"} 2');
    expect(text).toContain('cc_node_info{version="1.2.3",profile="empty"} 1');
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/);

    sockets = [];
    const later = await registry.metrics();
    expect(later).not.toContain('audience=');
    expect(later).toContain('cc_socket_buffered_bytes_max 0');
  });
});
