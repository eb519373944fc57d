import type { Credential } from './access-list';
import type { AccessTokens } from './access-tokens';
import { type Identity, machineIdentity } from './identity';

/**
 * Whom this machine's own tokens stand for. With real data its window is nobody: a person signs in there. In the
 * demo it is a supervisor, so that there is something to see and to do.
 */
export function machineCredentials(tokens: AccessTokens, isDemo: boolean): Credential[] {
  const window = machineIdentity({ role: 'supervisor', id: 'window' });
  return [
    ...(isDemo ? [{ token: tokens.window, identity: window }] : []),
    { token: tokens.integration, identity: machineIdentity(INTEGRATION) },
    {
      token: tokens.wall,
      identity: machineIdentity({ role: 'display', id: 'wall', displayClass: 'room' }),
    },
  ];
}

/** Tools of this machine bring records of any source. */
const INTEGRATION = { role: 'integration', id: 'integration', source: null, scopes: null } as const;

/** The demo city takes the way of any other source; only the log tells it apart. */
export const SIMULATOR: Identity = {
  ...machineIdentity({ ...INTEGRATION, id: 'simulator' }),
  actor: { kind: 'simulator', id: 'simulator' },
};
