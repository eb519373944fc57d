import { Button } from '@mantine/core';
import type { AuditEntry } from '@shared/protocol/audit';
import { useState } from 'react';

import { refusalWords } from '../../hooks/refusal-words';
import { useNow } from '../../hooks/use-live';
import { useLanguage, useT } from '../../i18n/t';
import type { AuditQuery } from '../../live/admin-api';
import { EmptyNote } from '../../ui/empty-note';
import { formatTime } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { PanelHeader } from '../../ui/panel-header';
import { RecordTable } from '../../ui/record-table';
import { ResourceView } from '../../ui/resource-view';
import { actWords } from './act-words';
import { AuditExport } from './audit-export';
import { AuditFilters } from './audit-filters';
import classes from './audit-panel.module.css';
import { ChainState } from './chain-state';
import { useActorNames } from './use-actor-names';
import { useAuditPages } from './use-audit-pages';

const MINUTE_MS = 60_000;
const NO_FILTER: AuditQuery = {};

/** What people and tools did or were refused; and whether nobody has tampered with the record of it. */
export function AuditPanel() {
  const t = useT();
  const language = useLanguage();
  const nowMs = useNow(MINUTE_MS);
  const nameOf = useActorNames();
  const [query, setQuery] = useState<AuditQuery>(NO_FILTER);
  const { resource, entries, hasMore, attempt, loadMore, reload } = useAuditPages(query);
  return (
    <Panel label={t('audit.title')} isTall>
      <PanelHeader title={t('audit.title')}>
        <ChainState />
        <AuditExport query={query} />
      </PanelHeader>
      <AuditFilters
        query={query}
        onChange={(next) => setQuery(Object.keys(next).length === 0 ? NO_FILTER : next)}
      />
      <ResourceView resource={resource} onRetry={reload}>
        {() =>
          entries.length === 0 ? (
            <EmptyNote title={t('audit.emptyTitle')} hint={t('audit.emptyHint')} />
          ) : (
            <RecordTable
              caption={t('audit.title')}
              rows={entries}
              keyOf={({ number }) => String(number)}
              columns={[
                { key: 'number', heading: t('audit.number'), cell: ({ number }) => number },
                {
                  key: 'time',
                  heading: t('audit.time'),
                  cell: ({ recordedAt }) => formatTime(Date.parse(recordedAt), nowMs, language),
                },
                {
                  key: 'who',
                  heading: t('audit.who'),
                  cell: ({ actorId, role }) => (
                    <>
                      {nameOf(actorId)}{' '}
                      <span className={classes['role']}>
                        {role === null ? t('audit.tool') : t(`role.${role}`)}
                      </span>
                    </>
                  ),
                },
                {
                  key: 'action',
                  heading: t('audit.action'),
                  cell: ({ action }) => actWords(action, t),
                },
                {
                  key: 'subject',
                  heading: t('audit.subject'),
                  cell: ({ subject }) => <code>{subject ?? '—'}</code>,
                },
                {
                  key: 'outcome',
                  heading: t('audit.outcome'),
                  cell: ({ outcome }) => (
                    <span className={classes['outcome']} data-outcome={outcome}>
                      {t(outcome === 'done' ? 'audit.done' : 'audit.wasRefused')}
                    </span>
                  ),
                },
                {
                  key: 'details',
                  heading: t('audit.details'),
                  cell: ({ details }) => (
                    <span className={classes['details']}>{detailsText(details)}</span>
                  ),
                },
              ]}
            />
          )
        }
      </ResourceView>
      {hasMore && (
        <div className={classes['more']}>
          <Button variant="default" size="xs" loading={attempt.kind === 'busy'} onClick={loadMore}>
            {t('audit.more')}
          </Button>
          {attempt.kind === 'failed' && (
            <span role="alert" className={classes['fault']}>
              {refusalWords(attempt.error, t)}
            </span>
          )}
        </div>
      )}
    </Panel>
  );
}

function detailsText(details: AuditEntry['details']): string {
  return Object.entries(details)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}
