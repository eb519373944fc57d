import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { describe, expect, it } from 'vitest';

import { PRINCIPALS } from '../../../tests/support/principals';
import { createAccessList } from '../access/access-list';
import { machineIdentity } from '../access/identity';
import { readHandshake } from './handshake';

const operator = machineIdentity(PRINCIPALS.operator);
const access = createAccessList([
  { token: 'window-token', identity: operator },
  {
    token: 'tracker-token',
    identity: machineIdentity({
      role: 'integration',
      id: 'tracker',
      source: 'gps',
      scopes: ['position.report'],
    }),
  },
]);
const good = { token: 'window-token', protocolVersion: PROTOCOL_VERSION, resume: null };

describe('readHandshake', () => {
  it('accepts a known token and says who it is and where it stands', async () => {
    const resume = { streamId: 'log-a', lastSeq: 7 };
    expect(await readHandshake({ ...good, resume }, access)).toEqual({
      kind: 'accepted',
      identity: operator,
      resume,
    });
  });

  it.each([
    ['a key that is not for the stream', { ...good, token: 'tracker-token' }, 'unauthorized'],
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
  ])('refuses %s', async (_name, auth, code) => {
    expect(await readHandshake(auth, access)).toEqual({ kind: 'refused', code });
  });
});
