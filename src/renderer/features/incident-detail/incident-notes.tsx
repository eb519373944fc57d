import { useNow } from '../../hooks/use-live';
import { useLanguage, useT } from '../../i18n/t';
import { formatTime } from '../../ui/format';
import { Section } from '../../ui/section';
import { SkeletonLines } from '../../ui/skeleton-lines';
import classes from './incident-notes.module.css';
import type { DetailState } from './use-incident-detail';

/** The texts of the incident's notes, newest first. That they could not be loaded is said by the timeline. */
export function IncidentNotes({ detail }: { detail: DetailState }) {
  const t = useT();
  const language = useLanguage();
  const nowMs = useNow(60_000);
  if (detail.kind === 'failed') return null;
  return (
    <Section title={t('incident.notes')}>
      {detail.kind === 'loading' && <SkeletonLines widths={[75, 50]} />}
      {detail.kind === 'ready' && detail.detail.notes.length === 0 && (
        <p className={classes['none']}>{t('incident.noNotes')}</p>
      )}
      {detail.kind === 'ready' &&
        detail.detail.notes.toReversed().map((note) => (
          <article key={note.id} className={classes['note']}>
            <p className={classes[note.text === null ? 'none' : 'text']}>
              {note.text ?? t('incident.noteUnreadable')}
            </p>
            <p className={classes['by']}>
              {formatTime(Date.parse(note.recordedAt), nowMs, language)} ·{' '}
              {t(`actor.${note.actor.kind}`)}
            </p>
          </article>
        ))}
    </Section>
  );
}
