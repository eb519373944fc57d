import { Button } from '@mantine/core';
import type { ApiKey } from '@shared/protocol/api-keys';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import { useAdminApi } from '../../hooks/use-admin-api';
import { useNow } from '../../hooks/use-live';
import { useResource } from '../../hooks/use-resource';
import { actionName } from '../../i18n/action-name';
import { useLanguage, useT } from '../../i18n/t';
import { EmptyNote } from '../../ui/empty-note';
import { formatCount, formatTime } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { PanelHeader } from '../../ui/panel-header';
import { RecordTable } from '../../ui/record-table';
import { ResourceView } from '../../ui/resource-view';
import { RowButton } from '../../ui/row-button';
import classes from './api-keys-panel.module.css';
import { CreateKeyDialog } from './create-key-dialog';
import { RevokeKeyDialog } from './revoke-key-dialog';

type Task = { kind: 'create' } | { kind: 'revoke'; apiKey: ApiKey };

const MINUTE_MS = 60_000;

/** The keys of other systems. */
export function ApiKeysPanel() {
  const t = useT();
  const language = useLanguage();
  const nowMs = useNow(MINUTE_MS);
  const api = useAdminApi();
  const load = useCallback((signal: AbortSignal) => api.fetchApiKeys(signal), [api]);
  const { resource, reload } = useResource(load);
  const [task, setTask] = useState<Task | null>(null);
  const close = (): void => setTask(null);
  const time = (instant: string): string => formatTime(Date.parse(instant), nowMs, language);
  const count =
    resource.kind === 'ready' ? { count: formatCount(resource.data.length, language) } : {};
  return (
    <Panel label={t('keys.title')} isTall>
      <PanelHeader title={t('keys.title')} {...count}>
        <Button
          size="compact-sm"
          leftSection={<IconPlus size="1.1em" aria-hidden="true" />}
          onClick={() => setTask({ kind: 'create' })}
        >
          {t('keys.create')}
        </Button>
      </PanelHeader>
      <ResourceView resource={resource} onRetry={reload}>
        {(apiKeys: ApiKey[]) =>
          apiKeys.length === 0 ? (
            <EmptyNote title={t('keys.emptyTitle')} hint={t('keys.emptyHint')} />
          ) : (
            <RecordTable
              caption={t('keys.title')}
              rows={apiKeys}
              keyOf={({ id }) => id}
              columns={[
                { key: 'name', heading: t('keys.name'), cell: ({ name }) => name },
                {
                  key: 'source',
                  heading: t('keys.source'),
                  cell: ({ source }) => <code>{source}</code>,
                },
                {
                  key: 'scopes',
                  heading: t('keys.scopes'),
                  cell: ({ scopes }) => (
                    <span className={classes['scopes']}>
                      {scopes.map((scope) => actionName(scope, t)).join(' · ')}
                    </span>
                  ),
                },
                {
                  key: 'created',
                  heading: t('keys.created'),
                  cell: ({ createdAt }) => time(createdAt),
                },
                {
                  key: 'used',
                  heading: t('keys.lastUsed'),
                  cell: ({ lastUsedAt }) =>
                    lastUsedAt === null ? t('admin.never') : time(lastUsedAt),
                },
                {
                  key: 'actions',
                  heading: t('admin.actions'),
                  align: 'end',
                  cell: (apiKey) => (
                    <RowButton
                      word={t('keys.revoke')}
                      of={apiKey.name}
                      onClick={() => setTask({ kind: 'revoke', apiKey })}
                    />
                  ),
                },
              ]}
            />
          )
        }
      </ResourceView>
      {task?.kind === 'create' && <CreateKeyDialog onCreated={reload} onClose={close} />}
      {task?.kind === 'revoke' && (
        <RevokeKeyDialog
          apiKey={task.apiKey}
          onDone={() => {
            close();
            reload();
          }}
          onClose={close}
        />
      )}
    </Panel>
  );
}
