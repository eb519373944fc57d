import { Button } from '@mantine/core';
import type { User } from '@shared/protocol/session';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import { useAdminApi } from '../../hooks/use-admin-api';
import { useCityNames } from '../../hooks/use-city-names';
import { useNow } from '../../hooks/use-live';
import { usePrincipal } from '../../hooks/use-principal';
import { useResource } from '../../hooks/use-resource';
import { useLanguage, useT } from '../../i18n/t';
import { EmptyNote } from '../../ui/empty-note';
import { formatCount, formatTime } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { PanelHeader } from '../../ui/panel-header';
import { RecordTable } from '../../ui/record-table';
import { ResourceView } from '../../ui/resource-view';
import { StateChip } from '../../ui/state-chip';
import { AccountDialog } from './account-dialog';
import type { AccountTask } from './account-task';
import { RowActions } from './row-actions';

const MINUTE_MS = 60_000;

/** Who has an account: create, edit, disable, reset a password. */
export function AccountsPanel() {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const nowMs = useNow(MINUTE_MS);
  const api = useAdminApi();
  const ownId = usePrincipal()?.id;
  const load = useCallback((signal: AbortSignal) => api.fetchUsers(signal), [api]);
  const { resource, reload } = useResource(load);
  const [task, setTask] = useState<AccountTask | null>(null);
  const finish = (): void => {
    setTask(null);
    reload();
  };
  const count =
    resource.kind === 'ready' ? { count: formatCount(resource.data.length, language) } : {};
  return (
    <Panel label={t('accounts.title')} isTall>
      <PanelHeader title={t('accounts.title')} {...count}>
        <Button
          size="compact-sm"
          leftSection={<IconPlus size="1.1em" aria-hidden="true" />}
          onClick={() => setTask({ kind: 'create' })}
        >
          {t('accounts.create')}
        </Button>
      </PanelHeader>
      <ResourceView resource={resource} onRetry={reload}>
        {(users: User[]) =>
          users.length === 0 ? (
            <EmptyNote title={t('accounts.emptyTitle')} hint={t('accounts.emptyHint')} />
          ) : (
            <RecordTable
              caption={t('accounts.title')}
              rows={users}
              keyOf={({ id }) => id}
              isDimmed={({ disabledAt }) => disabledAt !== null}
              columns={[
                {
                  key: 'name',
                  heading: t('accounts.name'),
                  cell: ({ id, displayName }) => (
                    <>
                      {displayName} {id === ownId && <StateChip>{t('accounts.you')}</StateChip>}
                    </>
                  ),
                },
                {
                  key: 'username',
                  heading: t('entrance.username'),
                  cell: ({ username }) => username,
                },
                {
                  key: 'role',
                  heading: t('accounts.role'),
                  cell: ({ role }) => t(`role.${role}`),
                },
                {
                  key: 'agency',
                  heading: t('accounts.agency'),
                  cell: ({ agencyCode }) => (agencyCode === null ? '—' : names.agency(agencyCode)),
                },
                {
                  key: 'seen',
                  heading: t('accounts.lastSeen'),
                  cell: ({ lastSeenAt }) =>
                    lastSeenAt === null
                      ? t('admin.never')
                      : formatTime(Date.parse(lastSeenAt), nowMs, language),
                },
                {
                  key: 'state',
                  heading: t('accounts.state'),
                  cell: ({ disabledAt }) =>
                    t(disabledAt === null ? 'accounts.active' : 'accounts.disabled'),
                },
                {
                  key: 'actions',
                  heading: t('admin.actions'),
                  align: 'end',
                  cell: (user) => (
                    <RowActions user={user} isOwn={user.id === ownId} onTask={setTask} />
                  ),
                },
              ]}
            />
          )
        }
      </ResourceView>
      <AccountDialog task={task} onDone={finish} onClose={() => setTask(null)} />
    </Panel>
  );
}
