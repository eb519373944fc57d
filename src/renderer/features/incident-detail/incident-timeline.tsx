import { Button } from '@mantine/core';
import type { Change } from '@shared/protocol/changes';

import { useChangeWords } from '../../hooks/use-change-words';
import { useNow } from '../../hooks/use-live';
import { describeChange } from '../../i18n/describe-change';
import { useLanguage, useT } from '../../i18n/t';
import { formatTime } from '../../ui/format';
import { Section } from '../../ui/section';
import { SkeletonLines } from '../../ui/skeleton-lines';
import { happenedAt, latestFirst, recordedLateAt } from './happened-at';
import classes from './incident-timeline.module.css';
import type { DetailState } from './use-incident-detail';

/** Every change of the incident in words, the last first, with who and when it happened. */
export function IncidentTimeline({
  detail,
  onRetry,
}: {
  detail: DetailState;
  onRetry: () => void;
}) {
  const t = useT();
  const isUpdating = detail.kind === 'ready' && detail.isUpdating;
  return (
    <Section title={t('incident.timeline')} aside={isUpdating ? t('incident.updating') : undefined}>
      {detail.kind === 'loading' && <SkeletonLines widths={[85, 70, 90, 60]} />}
      {detail.kind === 'failed' && (
        <div role="alert" className={classes['failed']}>
          <p>{t('incident.detailFailed')}</p>
          <p className={classes['reason']}>{detail.message}</p>
          <Button variant="default" size="xs" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        </div>
      )}
      {detail.kind === 'ready' && (
        <ol className={classes['list']}>
          {latestFirst(detail.detail.timeline.filter(isNews)).map((change) => (
            <TimelineRow key={change.seq} change={change} />
          ))}
        </ol>
      )}
    </Section>
  );
}

/** A unit's step on its assignment is told by the status it reported. */
function isNews(change: Change): boolean {
  return change.type !== 'assignment.progressed';
}

function TimelineRow({ change }: { change: Change }) {
  const t = useT();
  const language = useLanguage();
  const words = useChangeWords();
  const nowMs = useNow(60_000);
  const at = happenedAt(change);
  const recordedAt = recordedLateAt(change);
  return (
    <li className={classes['row']}>
      <time className={classes['time']} dateTime={at}>
        {formatTime(Date.parse(at), nowMs, language)}
      </time>
      <span>
        {describeChange(change, words)}
        <span className={classes['actor']}> · {t(`actor.${change.actor.kind}`)}</span>
        {recordedAt !== null && (
          <span className={classes['recorded']}>
            {t('incident.recordedAt', {
              time: formatTime(Date.parse(recordedAt), nowMs, language),
            })}
          </span>
        )}
      </span>
    </li>
  );
}
