import type { Action } from '@shared/domain/access-terms';
import type { ErrorCode } from '@shared/protocol/errors';
import { Counter, Histogram, type Registry } from 'prom-client';

export interface Answered {
  method: string;
  /** The route's template, e.g. `/api/v1/incidents/:id`; null: no route. */
  route: string | null;
  statusCode: number;
  /** Null: not an error of ours. */
  errorCode: ErrorCode | null;
  elapsedMs: number;
}

/** How a command ended: `replayed` was done before, `refused` is the sender's to mend, `failed` ours. */
export type CommandOutcome = 'done' | 'replayed' | 'refused' | 'failed';

export interface HttpMetrics {
  answered(request: Answered): void;
  commanded(action: Action, outcome: CommandOutcome, elapsedMs: number): void;
  positionsReported(accepted: number, rejected: number): void;
}

/** From what a local read takes to what somebody waits for in vain. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** A server meets any word as a method; only these are told apart. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** @param registry to which they are added */
export function createHttpMetrics(registry: Registry): HttpMetrics {
  const registers = [registry];
  const requests = new Histogram({
    name: 'cc_http_request_duration_seconds',
    help: 'HTTP requests by route template, from the first byte in to the last byte out',
    labelNames: ['method', 'route', 'status_class'] as const,
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'cc_errors_total',
    help: 'Answers that were not a success, by the code in their body',
    labelNames: ['code'] as const,
    registers,
  });
  const commands = new Histogram({
    name: 'cc_command_duration_seconds',
    help: 'Writes taken in, by what they do and how they ended',
    labelNames: ['action', 'outcome'] as const,
    buckets: SECONDS,
    registers,
  });
  const positions = new Counter({
    name: 'cc_positions_reported_total',
    help: 'Positions of units that came in, one by one',
    labelNames: ['outcome'] as const,
    registers,
  });
  return {
    answered({ method, route, statusCode, errorCode, elapsedMs }) {
      const labels = {
        method: METHODS.includes(method) ? method : 'other',
        route: route ?? 'none',
        status_class: `${String(Math.floor(statusCode / 100))}xx`,
      };
      requests.observe(labels, elapsedMs / 1_000);
      if (errorCode !== null) errors.inc({ code: errorCode });
    },
    commanded: (action, outcome, elapsedMs) =>
      commands.observe({ action, outcome }, elapsedMs / 1_000),
    positionsReported(accepted, rejected) {
      positions.inc({ outcome: 'accepted' }, accepted);
      positions.inc({ outcome: 'rejected' }, rejected);
    },
  };
}
