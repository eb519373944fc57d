import type { HandshakeError } from '@shared/protocol/stream';

/** Why the server ended a connection that the client would have kept. */
export type CutReason =
  /** More waits for it than may. */
  | 'slow'
  /** It does not read the answer to its resume. */
  | 'resume_unread'
  /** The log could not be read for it. */
  | 'resume_failed'
  /** Its session or key was revoked. */
  | 'revoked'
  /** Its token ran out, and it brought no newer one. */
  | 'expired';

/** Hears what happens to sockets, to count it; the stream does not care what becomes of it. */
export interface StreamWatch {
  /** @param cause `connect`: in its handshake; `asked`: over a connection that is open, because it missed something */
  resumed(answer: 'changes' | 'snapshot', cause: 'connect' | 'asked'): void;
  cut(reason: CutReason): void;
  refused(code: HandshakeError): void;
}

/** What waits for one socket's other end to read. */
export interface SocketPressure {
  audience: string;
  bufferedBytes: number;
}
