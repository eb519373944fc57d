import type { KpiPeriod } from '@shared/protocol/kpi';
import { type ReactNode, useState } from 'react';

import { useT } from '../../i18n/t';
import { ChoiceRow } from '../../ui/choice-row';
import {
  faultOfRange,
  MAX_PERIOD_DAYS,
  PERIOD_PRESETS,
  type PeriodChoice,
  periodOfChoice,
} from './period';
import classes from './period-bar.module.css';

interface PeriodBarProps {
  choice: PeriodChoice;
  /** WIB day of the server's clock. */
  today: string;
  onChoose: (choice: PeriodChoice) => void;
  /** At the far end: what can be done with the figures. */
  children: ReactNode;
}

/** Which days the figures are of. */
export function PeriodBar({ choice, today, onChoose, children }: PeriodBarProps) {
  const t = useT();
  const period = periodOfChoice(choice, today);
  return (
    <div className={classes['bar']}>
      <ChoiceRow
        label={t('kpi.period')}
        value={choice.kind === 'range' ? 'range' : choice.preset}
        choices={[
          ...PERIOD_PRESETS.map((preset) => ({ value: preset, label: t(`kpi.preset.${preset}`) })),
          { value: 'range' as const, label: t('kpi.range') },
        ]}
        onChange={(value) =>
          onChoose(
            value === 'range' ? { kind: 'range', ...period } : { kind: 'preset', preset: value },
          )
        }
      />
      {choice.kind === 'range' && <RangeFields period={period} today={today} onChoose={onChoose} />}
      <div className={classes['actions']}>{children}</div>
    </div>
  );
}

interface RangeFieldsProps {
  period: KpiPeriod;
  today: string;
  onChoose: (choice: PeriodChoice) => void;
}

function RangeFields({ period, today, onChoose }: RangeFieldsProps) {
  const t = useT();
  /** What was typed and cannot be shown; null: the fields hold the period. */
  const [draft, setDraft] = useState<KpiPeriod | null>(null);
  const shown = draft ?? period;
  const isComplete = shown.from !== '' && shown.to !== '';
  const fault = draft !== null && isComplete ? faultOfRange(draft, today) : null;
  const change = (part: Partial<KpiPeriod>): void => {
    const next = { ...shown, ...part };
    const canBeShown = next.from !== '' && next.to !== '' && faultOfRange(next, today) === null;
    setDraft(canBeShown ? null : next);
    if (canBeShown) onChoose({ kind: 'range', ...next });
  };
  return (
    <span className={classes['range']}>
      <input
        type="date"
        className={classes['day']}
        aria-label={t('kpi.from')}
        value={shown.from}
        max={today}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      –
      <input
        type="date"
        className={classes['day']}
        aria-label={t('kpi.to')}
        value={shown.to}
        max={today}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
      {fault !== null && (
        <span role="alert" className={classes['fault']}>
          {fault === 'length' ? t('kpi.longRange', { days: MAX_PERIOD_DAYS }) : t('kpi.badRange')}
        </span>
      )}
    </span>
  );
}
