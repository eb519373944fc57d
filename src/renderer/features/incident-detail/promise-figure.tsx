import { assertNever } from '@shared/assert';
import type { Incident } from '@shared/domain/incident';

import { useNow } from '../../hooks/use-live';
import type { Language } from '../../i18n/language';
import { type Translate, useLanguage, useT } from '../../i18n/t';
import { Figure } from '../../ui/figure';
import { formatDuration, formatElapsed } from '../../ui/format';
import { type ArrivalPromise, arrivalPromise } from './arrival-promise';
import classes from './promise-figure.module.css';

/** How the 15-minute promise stands. */
export function PromiseFigure({ incident }: { incident: Incident }) {
  const t = useT();
  const language = useLanguage();
  const promise = arrivalPromise(incident, useNow());
  const { word, aside } = wordsOf(promise, t, language);
  return (
    <Figure label={t('incident.promise')} aside={aside}>
      <span className={classes['word']} data-kind={promise.kind}>
        {word}
      </span>
    </Figure>
  );
}

function wordsOf(
  promise: ArrivalPromise,
  t: Translate,
  language: Language,
): { word: string; aside: string } {
  switch (promise.kind) {
    case 'kept':
    case 'breached':
      return {
        word: t(`incident.${promise.kind}`),
        aside: t('incident.arrivedIn', { time: formatDuration(promise.tookMs, language) }),
      };
    case 'running':
      return { word: formatElapsed(promise.remainingMs, language), aside: t('incident.remaining') };
    case 'overdue':
      return {
        word: t('incident.breached'),
        aside: t('incident.overdueBy', { time: formatDuration(promise.overdueMs, language) }),
      };
    case 'unknown':
      return {
        word: '—',
        aside:
          promise.missing === 'call' ? t('incident.callUnknown') : t('incident.arrivalUnknown'),
      };
    default:
      return assertNever(promise);
  }
}
