import { useCallback } from 'react';

import { useAdminApi } from '../../hooks/use-admin-api';
import { useResource } from '../../hooks/use-resource';

/** Opaque id of an actor → the username it has now; the id itself where it is none of a person. */
export function useActorNames(): (actorId: string) => string {
  const api = useAdminApi();
  const load = useCallback((signal: AbortSignal) => api.fetchUsers(signal), [api]);
  const { resource } = useResource(load);
  return (actorId) => {
    const users = resource.kind === 'ready' ? resource.data : [];
    return users.find(({ id }) => id === actorId)?.username ?? actorId;
  };
}
