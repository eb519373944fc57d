import { type Incident, isOpenIncidentState } from '@shared/domain/incident';

import { useCityNames } from '../../hooks/use-city-names';
import { useNow } from '../../hooks/use-live';
import { useLanguage, useT } from '../../i18n/t';
import { formatDuration, formatTime } from '../../ui/format';
import { Section } from '../../ui/section';
import classes from './milestone-list.module.css';
import { type MilestoneStep, milestoneSteps } from './milestone-steps';

/** What happened when, and how long each step took. A step that did not occur is a dash, never 0:00. */
export function MilestoneList({ incident }: { incident: Incident }) {
  const t = useT();
  const language = useLanguage();
  const nowMs = useNow(60_000);
  const { endedAt, state } = incident;
  return (
    <Section title={t('incident.milestones')}>
      <ol className={classes['list']}>
        {milestoneSteps(incident.milestones).map((step) => (
          <MilestoneRow
            key={step.milestone}
            step={step}
            agencyCodes={incident.agencyCodes}
            nowMs={nowMs}
          />
        ))}
        {endedAt !== null && !isOpenIncidentState(state) && state !== 'closed' && (
          <li className={classes['row']} data-done="true">
            <span className={classes['name']}>
              {t('incident.endedAs', { state: t(`incidentState.${state}`) })}
            </span>
            <span className={classes['time']}>
              {formatTime(Date.parse(endedAt), nowMs, language)}
            </span>
            <span className={classes['interval']} />
          </li>
        )}
      </ol>
    </Section>
  );
}

interface MilestoneRowProps {
  step: MilestoneStep;
  agencyCodes: readonly string[];
  nowMs: number;
}

function MilestoneRow({ step, agencyCodes, nowMs }: MilestoneRowProps) {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const { milestone, atMs, sincePreviousMs } = step;
  const isForwarded = milestone === 'forwardedAt' && atMs !== null && agencyCodes.length > 0;
  return (
    <li className={classes['row']} data-done={atMs !== null}>
      <span className={classes['name']}>
        {isForwarded
          ? t('incident.forwardedTo', {
              agencies: agencyCodes.map((code) => names.agency(code)).join(', '),
            })
          : t(`milestone.${milestone}`)}
      </span>
      <span className={classes['time']}>
        {atMs === null ? '—' : formatTime(atMs, nowMs, language)}
      </span>
      <span
        className={classes['interval']}
        data-negative={sincePreviousMs !== null && sincePreviousMs < 0}
      >
        {sincePreviousMs === null
          ? ''
          : withSign(sincePreviousMs, formatDuration(sincePreviousMs, language))}
      </span>
    </li>
  );
}

function withSign(ms: number, text: string): string {
  return ms < 0 ? text : `+${text}`;
}
