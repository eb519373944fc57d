import { useMemo, useState } from 'react';
import { useStore } from 'zustand';

import { useLive, useNow } from '../../hooks/use-live';
import { useOwnAgency } from '../../hooks/use-principal';
import { useLanguage, useT } from '../../i18n/t';
import { selectionStore } from '../../live/selection';
import { selectOpenIncidentIds, selectOpenIncidents } from '../../live/selectors';
import { ChoiceRow } from '../../ui/choice-row';
import { EmptyNote } from '../../ui/empty-note';
import { formatCount } from '../../ui/format';
import { PanelHeader } from '../../ui/panel-header';
import classes from './incident-queue.module.css';
import { NonEmergencyCalls } from './non-emergency-calls';
import { ownFirst } from './own-first';
import { passesFilter, type QueueFilter } from './queue-filter';
import { QueueList } from './queue-list';
import { RecentlyEnded } from './recently-ended';
import { useQueueKeys } from './use-queue-keys';

/** The open incidents, the gravest on top, and what ended last. */
export function IncidentQueue() {
  const t = useT();
  const language = useLanguage();
  const [filter, setFilter] = useState<QueueFilter>('all');
  const { openIds, shownIds } = useQueue(filter);
  const [cursorId, setCursorId] = useState<string | null>(null);
  const select = useStore(selectionStore, (state) => state.select);

  useQueueKeys({
    ids: shownIds,
    cursorId,
    onMove: setCursorId,
    onOpen: (id) => select({ kind: 'incident', id }),
    onClear: () => {
      setCursorId(null);
      select(null);
    },
  });

  const hiddenCount = openIds.length - shownIds.length;
  return (
    <section className={classes['queue']} aria-label={t('queue.title')}>
      <PanelHeader title={t('queue.title')} count={formatCount(shownIds.length, language)}>
        <ChoiceRow
          label={t('queue.filter')}
          value={filter}
          onChange={setFilter}
          choices={[
            { value: 'all', label: t('queue.all') },
            { value: 'urgent', label: t('queue.urgent') },
            { value: 'recent', label: t('queue.recent') },
          ]}
        />
      </PanelHeader>
      {shownIds.length > 0 ? (
        <QueueList ids={shownIds} cursorId={cursorId} onPick={setCursorId} />
      ) : (
        <div className={classes['empty']}>
          {hiddenCount === 0 ? (
            <EmptyNote title={t('queue.emptyTitle')} hint={t('queue.emptyHint')} />
          ) : (
            <EmptyNote
              title={t('queue.emptyFilterTitle')}
              hint={t('queue.emptyFilterHint', { n: formatCount(hiddenCount, language) })}
              action={
                <button type="button" className={classes['link']} onClick={() => setFilter('all')}>
                  {t('queue.showAll')}
                </button>
              }
            />
          )}
        </div>
      )}
      <footer className={classes['footer']}>
        <RecentlyEnded />
        <NonEmergencyCalls />
      </footer>
    </section>
  );
}

/** Open incidents in order, an agency's own before all others, and those of them that pass the filter. */
function useQueue(filter: QueueFilter): {
  openIds: readonly string[];
  shownIds: readonly string[];
} {
  const openIds = useLive(selectOpenIncidentIds);
  const open = useLive(selectOpenIncidents);
  const agency = useOwnAgency();
  // Six hours pass slowly: a minute's step is fine enough, and spares a filtering each second.
  const nowMs = useNow(60_000);
  const shownIds = useMemo(() => {
    if (filter === 'all' && agency === null) return openIds;
    const passing = open.filter((incident) => passesFilter(incident, filter, nowMs));
    return ownFirst(passing, agency).map(({ id }) => id);
  }, [openIds, open, filter, agency, nowMs]);
  return { openIds, shownIds };
}
