import { z } from 'zod';

import { instantSchema } from '../domain/time';
import { type Change, changeSchema } from './changes';
import type { PositionsFrame } from './positions';
import type { Snapshot } from './snapshot';

/** Where a client stands in which log; null: it has nothing. */
export const resumePointSchema = z.object({
  /** Identity of the log; another one means that `lastSeq` says nothing. */
  streamId: z.string().max(128),
  lastSeq: z.number().int().nonnegative(),
});
export type ResumePoint = z.infer<typeof resumePointSchema>;

/** Socket.IO handshake `auth`. */
export const handshakeSchema = z.object({
  token: z.string().min(1).max(4096),
  protocolVersion: z.number().int(),
  resume: resumePointSchema.nullable(),
});
export type Handshake = z.infer<typeof handshakeSchema>;

/** First frame after the handshake. */
export const helloSchema = z.object({
  streamId: z.string(),
  serverTime: instantSchema,
  headSeq: z.number().int().nonnegative(),
  /** `demo` is always labelled "DATA SIMULASI". */
  profile: z.enum(['demo', 'empty']),
  /** Content hash of the city pack: when it differs, the pack is fetched again. */
  cityHash: z.string(),
  serverVersion: z.string(),
});
export type Hello = z.infer<typeof helloSchema>;

/** Contiguous changes in seq order; may be empty when a resume finds nothing missed. */
export const changesFrameSchema = z.object({
  changes: z.array(changeSchema),
  headSeq: z.number().int().nonnegative(),
});
export interface ChangesFrame {
  changes: Change[];
  headSeq: number;
}

/** Every `HEARTBEAT_INTERVAL_MS`; three missing ones make the picture stale. */
export const heartbeatSchema = z.object({
  serverTime: instantSchema,
  headSeq: z.number().int().nonnegative(),
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

export const HEARTBEAT_INTERVAL_MS = 1_000;
export const STALE_AFTER_MS = 3_500;
/** A client further behind than this gets a snapshot instead of changes. */
export const MAX_RESUME_CHANGES = 20_000;

export interface ServerToClientEvents {
  hello: (frame: Hello) => void;
  snapshot: (frame: Snapshot) => void;
  changes: (frame: ChangesFrame) => void;
  positions: (frame: PositionsFrame) => void;
  heartbeat: (frame: Heartbeat) => void;
}

export interface ClientToServerEvents {
  /** Asks for what is missing after the point; the answer is a `changes` or a `snapshot` frame. */
  resume: (point: ResumePoint | null) => void;
  /** A newer token of the same account, before the one of the handshake runs out. One that is not good ends the line. */
  authenticate: (token: string) => void;
}

/** `connect_error` carries one of these in `data.code`. */
export const HANDSHAKE_ERRORS = [
  'unauthorized',
  'protocol_mismatch',
  'bad_handshake',
  'unavailable',
] as const;
export type HandshakeError = (typeof HANDSHAKE_ERRORS)[number];
