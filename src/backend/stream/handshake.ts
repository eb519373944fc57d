import { mayDo } from '@shared/domain/access';
import { type Handshake, type HandshakeError, handshakeSchema } from '@shared/protocol/stream';
import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { z } from 'zod';

import type { AccessList } from '../access/access-list';
import type { Identity } from '../access/identity';

export type HandshakeResult =
  | { kind: 'accepted'; identity: Identity; resume: Handshake['resume'] }
  | { kind: 'refused'; code: HandshakeError };

/** The part that every version has, so that a client of another one is told so, whatever else it sends. */
const versionOnlySchema = z.object({ protocolVersion: z.number().int() });

/** Judge a socket's `auth`, which is anything at all until it has been parsed. */
export async function readHandshake(auth: unknown, access: AccessList): Promise<HandshakeResult> {
  const version = versionOnlySchema.safeParse(auth);
  if (!version.success) return refused('bad_handshake');
  if (version.data.protocolVersion !== PROTOCOL_VERSION) return refused('protocol_mismatch');
  const handshake = handshakeSchema.safeParse(auth);
  if (!handshake.success) return refused('bad_handshake');
  const identity = await access.identify(handshake.data.token);
  if (identity === null || !mayDo(identity.principal, 'stream.follow'))
    return refused('unauthorized');
  return { kind: 'accepted', identity, resume: handshake.data.resume };
}

function refused(code: HandshakeError): HandshakeResult {
  return { kind: 'refused', code };
}
