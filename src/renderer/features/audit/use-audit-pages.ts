import type { AuditEntry, AuditPage } from '@shared/protocol/audit';
import { useCallback, useState } from 'react';

import { useAdminApi } from '../../hooks/use-admin-api';
import { type Attempt, useAttempt } from '../../hooks/use-attempt';
import { type Resource, useResource } from '../../hooks/use-resource';
import type { AuditQuery } from '../../live/admin-api';
import { serverQuery } from './server-query';

/** Entries of the audit trail, newest first, page after page. */
export interface AuditPages {
  resource: Resource<AuditPage>;
  entries: readonly AuditEntry[];
  /** Whether there are older ones. */
  hasMore: boolean;
  /** How fetching older ones goes. */
  attempt: Attempt;
  loadMore: () => void;
  reload: () => void;
}

const PAGE_SIZE = '100';

/** @param query must keep its identity as long as it asks for the same */
export function useAuditPages(query: AuditQuery): AuditPages {
  const api = useAdminApi();
  const load = useCallback(
    (signal: AbortSignal) => api.fetchAudit({ ...serverQuery(query), limit: PAGE_SIZE }, signal),
    [api, query],
  );
  const { resource, reload } = useResource(load);
  const { attempt, run } = useAttempt();
  const first = resource.kind === 'ready' ? resource.data : null;
  /** Pages after the first; of another first page they are none. */
  const [older, setOlder] = useState<{ after: AuditPage; pages: AuditPage[] } | null>(null);
  const pages = first === null ? [] : [first, ...(older?.after === first ? older.pages : [])];
  const cursor = pages.at(-1)?.nextCursor ?? null;
  const loadMore = (): void => {
    if (first === null || cursor === null) return;
    void run(async () => {
      const asked = { ...serverQuery(query), limit: PAGE_SIZE, cursor };
      const page = await api.fetchAudit(asked, new AbortController().signal);
      setOlder({ after: first, pages: [...pages.slice(1), page] });
    });
  };
  return {
    resource,
    entries: pages.flatMap(({ items }) => items),
    hasMore: cursor !== null,
    attempt,
    loadMore,
    reload,
  };
}
