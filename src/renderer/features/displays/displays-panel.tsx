import { Button } from '@mantine/core';
import type { EnrolledDisplay } from '@shared/protocol/displays';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import { useAdminApi } from '../../hooks/use-admin-api';
import { useCity } from '../../hooks/use-city';
import { useNow } from '../../hooks/use-live';
import { useResource } from '../../hooks/use-resource';
import { useLanguage, useT } from '../../i18n/t';
import { EmptyNote } from '../../ui/empty-note';
import { formatCount, formatTime } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { PanelHeader } from '../../ui/panel-header';
import { RecordTable } from '../../ui/record-table';
import { ResourceView } from '../../ui/resource-view';
import { RowButton } from '../../ui/row-button';
import { EnrolDialog } from './enrol-dialog';
import { RevokeDialog } from './revoke-dialog';

type Task = { kind: 'enrol' } | { kind: 'revoke'; display: EnrolledDisplay };

const MINUTE_MS = 60_000;

/** The walls that were let in: enrol another one, revoke one. */
export function DisplaysPanel() {
  const t = useT();
  const language = useLanguage();
  const nowMs = useNow(MINUTE_MS);
  const { privacy } = useCity();
  const api = useAdminApi();
  const load = useCallback((signal: AbortSignal) => api.fetchDisplays(signal), [api]);
  const { resource, reload } = useResource(load);
  const [task, setTask] = useState<Task | null>(null);
  const close = (): void => setTask(null);
  const finish = (): void => {
    close();
    reload();
  };
  const time = (instant: string): string => formatTime(Date.parse(instant), nowMs, language);
  const className = (code: string): string =>
    privacy.displayClasses.find((one) => one.code === code)?.label[language] ?? code;
  const count =
    resource.kind === 'ready' ? { count: formatCount(resource.data.length, language) } : {};
  return (
    <Panel label={t('displays.title')} isTall>
      <PanelHeader title={t('displays.title')} {...count}>
        <Button
          size="compact-sm"
          leftSection={<IconPlus size="1.1em" aria-hidden="true" />}
          onClick={() => setTask({ kind: 'enrol' })}
        >
          {t('displays.enrol')}
        </Button>
      </PanelHeader>
      <ResourceView resource={resource} onRetry={reload}>
        {(displays: EnrolledDisplay[]) =>
          displays.length === 0 ? (
            <EmptyNote title={t('displays.emptyTitle')} hint={t('displays.emptyHint')} />
          ) : (
            <RecordTable
              caption={t('displays.title')}
              rows={displays}
              keyOf={({ id }) => id}
              columns={[
                { key: 'name', heading: t('displays.name'), cell: ({ name }) => name },
                {
                  key: 'class',
                  heading: t('displays.class'),
                  cell: ({ displayClass }) => className(displayClass),
                },
                {
                  key: 'enrolled',
                  heading: t('displays.enrolledAt'),
                  cell: ({ enrolledAt }) => time(enrolledAt),
                },
                {
                  key: 'seen',
                  heading: t('displays.lastSeen'),
                  cell: ({ lastSeenAt }) =>
                    lastSeenAt === null ? t('admin.never') : time(lastSeenAt),
                },
                {
                  key: 'actions',
                  heading: t('admin.actions'),
                  align: 'end',
                  cell: (display) => (
                    <RowButton
                      word={t('displays.revoke')}
                      of={display.name}
                      onClick={() => setTask({ kind: 'revoke', display })}
                    />
                  ),
                },
              ]}
            />
          )
        }
      </ResourceView>
      {task?.kind === 'enrol' && <EnrolDialog onDone={finish} onClose={close} />}
      {task?.kind === 'revoke' && (
        <RevokeDialog display={task.display} onDone={finish} onClose={close} />
      )}
    </Panel>
  );
}
