import { useRef } from 'react';

import { useLive, useNow } from '../../hooks/use-live';
import { useSizeInRem } from '../../hooks/use-size-in-rem';
import { useLanguage, useT } from '../../i18n/t';
import { formatCount, formatTime } from '../../ui/format';
import { CARD_REM, IncidentCard } from './incident-card';
import classes from './incident-cards.module.css';
import { lastEndedAtMs } from './last-ended-at';
import { PriorityCounts } from './priority-counts';
import { useOpenIncidents } from './use-open-incidents';
import { WallNote } from './wall-panel';

/** Height of the line that tells of the incidents without a card, rem. */
const MORE_REM = 3.5;
const GAP_REM = 0.75;

/**
 * The gravest open incidents as cards, as many as fit whole; the others are counted.
 * @param without one that has a larger card already; null: none
 */
export function IncidentCards({ without }: { without: string | null }) {
  const t = useT();
  const language = useLanguage();
  const open = useOpenIncidents();
  const incidents = without === null ? open : open.filter(({ id }) => id !== without);
  const list = useRef<HTMLUListElement>(null);
  const size = useSizeInRem(list);
  const shown = cardsThatFit(incidents.length, size?.heightRem ?? 0);
  const rest = incidents.slice(shown);
  return (
    <section className={classes['cards']} aria-label={t('wall.open')}>
      <ul ref={list} className={classes['list']}>
        {incidents.slice(0, shown).map((incident) => (
          <IncidentCard key={incident.id} incident={incident} />
        ))}
        {rest.length > 0 && (
          <li className={classes['more']}>
            <span>{t('wall.more', { n: formatCount(rest.length, language) })}</span>
            <PriorityCounts incidents={rest} none="omit" />
          </li>
        )}
      </ul>
      {open.length === 0 && <NoIncidents />}
    </section>
  );
}

function NoIncidents() {
  const t = useT();
  const language = useLanguage();
  const nowMs = useNow(60_000);
  const sinceMs = useLive(({ model }) => lastEndedAtMs(model?.incidents.values() ?? []));
  return (
    <div className={classes['empty']}>
      <WallNote
        title={t('wall.noOpen')}
        hint={
          sinceMs === null
            ? t('wall.noOpenHint')
            : t('wall.noOpenSince', { time: formatTime(sinceMs, nowMs, language) })
        }
      />
    </div>
  );
}

/** How many cards have room; the line about the others takes some of it where there are any. */
export function cardsThatFit(incidents: number, heightRem: number): number {
  const all = Math.floor((heightRem + GAP_REM) / CARD_REM);
  if (incidents <= all) return incidents;
  return Math.max(0, Math.floor((heightRem - MORE_REM) / CARD_REM));
}
