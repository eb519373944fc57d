import type { Readable } from 'node:stream';

import type { Principal } from '@shared/domain/access';
import type { Actor } from '@shared/protocol/changes';
import type { PositionReport } from '@shared/protocol/commands';
import type { PositionsReply } from '@shared/protocol/replies';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  onRequestAsyncHookHandler,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

import type { Identity } from '../access/identity';
import type { Basemap } from '../basemap/open-basemap';
import type { Border } from '../border/border';
import type { FacilityLibrary } from '../facilities/facility-library';
import type { HashRequest } from '../keys/request-hash';
import type { SealedDeps } from '../operations/sealed-deps';
import type { Accounts } from './accounts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the request's token stands for; these are there from `ApiDeps.authenticate` on. */
    identity: Identity;
    principal: Principal;
    actor: Actor;
  }
}

/** The scope of `/api/v1`: its routes are typed by their zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The position lane, which is not part of the change log. */
export interface PositionSink {
  /** @returns how many were accepted, and why others were not, by index among those given */
  report(reports: readonly PositionReport[]): PositionsReply;
}

export interface ApiDeps extends SealedDeps {
  accounts: Accounts;
  hashRequest: HashRequest;
  facilities: FacilityLibrary;
  basemap: Basemap;
  positions: PositionSink;
  /** Sets `request.identity`, `principal` and `actor`. @throws AppError unauthorized */
  authenticate: onRequestAsyncHookHandler;
  border: Border;
  /** A backup of now, to be read once. */
  openBackup: () => Promise<Readable>;
  /** Per token and minute; default `DEFAULT_REQUESTS_PER_MINUTE`. */
  requestsPerMinute?: number;
  /** Per address and minute, whatever is asked for. */
  requestsPerMinuteOfAddress?: number;
}
