import { incidentStartedAt } from '@shared/domain/incident';
import { useMemo } from 'react';
import { useStore } from 'zustand';

import { useCityNames } from '../../hooks/use-city-names';
import { useLive } from '../../hooks/use-live';
import { areaWords } from '../../i18n/area-words';
import { shortNumber } from '../../i18n/record-number';
import { useT } from '../../i18n/t';
import { selectionStore } from '../../live/selection';
import { Elapsed } from '../../ui/elapsed';
import { Section } from '../../ui/section';
import { lastEnded } from './last-ended';
import classes from './recently-ended.module.css';

const SHOWN = 5;

/** The incidents that ended last, with the time they took, frozen. */
export function RecentlyEnded() {
  const t = useT();
  const incidents = useLive((state) => state.model?.incidents);
  const ids = useMemo(() => lastEnded(incidents?.values() ?? [], SHOWN), [incidents]);
  return (
    <Section title={t('queue.recentlyEnded')}>
      {ids.length === 0 ? (
        <p className={classes['none']}>{t('queue.noneEnded')}</p>
      ) : (
        <ul className={classes['list']}>
          {ids.map((id) => (
            <EndedRow key={id} id={id} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function EndedRow({ id }: { id: string }) {
  const t = useT();
  const names = useCityNames();
  const incident = useLive((state) => state.model?.incidents.get(id));
  const select = useStore(selectionStore, (state) => state.select);
  if (incident?.endedAt == null) return null;
  const area = areaWords(incident.area, names, t);
  return (
    <li>
      <button
        type="button"
        className={classes['row']}
        onClick={() => select({ kind: 'incident', id })}
      >
        <span className={classes['number']}>{shortNumber(incident.number)}</span>
        <span
          className={classes['what']}
          title={`${names.category(incident.categoryCode)}, ${area}`}
        >
          {names.category(incident.categoryCode)}, {area}
        </span>
        <Elapsed
          size="small"
          startedAt={incidentStartedAt(incident)}
          nowMs={Date.parse(incident.endedAt)}
          endedAt={incident.endedAt}
        />
      </button>
    </li>
  );
}
