import { useMemo } from 'react';

import { type AdminApi, createAdminApi } from '../live/admin-api';
import { useLiveClient } from './use-live';

/** What an admin asks of the backend followed now. */
export function useAdminApi(): AdminApi {
  const client = useLiveClient();
  return useMemo(() => createAdminApi(() => client.http()), [client]);
}
