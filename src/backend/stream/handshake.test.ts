import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { describe, expect, it } from 'vitest';

import { createAccessList } from '../access/access-list';
import { readHandshake } from './handshake';

const access = createAccessList([
  { token: 'window-token', actor: { kind: 'operator', id: 'window' } },
]);
const good = { token: 'window-token', protocolVersion: PROTOCOL_VERSION, resume: null };

describe('readHandshake', () => {
  it('accepts a known token and says who it is and where it stands', () => {
    const resume = { streamId: 'log-a', lastSeq: 7 };
    expect(readHandshake({ ...good, resume }, access)).toEqual({
      kind: 'accepted',
      actor: { kind: 'operator', id: 'window' },
      resume,
    });
  });

  it.each([
    ['a wrong token', { ...good, token: 'guess' }, 'unauthorized'],
    ['another version', { ...good, protocolVersion: PROTOCOL_VERSION + 1 }, 'protocol_mismatch'],
    [
      'another version with other fields',
      { protocolVersion: 99, ticket: 'x' },
      'protocol_mismatch',
    ],
    ['no version', { token: 'window-token' }, 'bad_handshake'],
    ['no token', { ...good, token: undefined }, 'bad_handshake'],
    ['a negative seq', { ...good, resume: { streamId: 'log-a', lastSeq: -1 } }, 'bad_handshake'],
    ['nothing', undefined, 'bad_handshake'],
    ['a text', 'window-token', 'bad_handshake'],
  ])('refuses %s', (_name, auth, code) => {
    expect(readHandshake(auth, access)).toEqual({ kind: 'refused', code });
  });
});
