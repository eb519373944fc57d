import { assertNever } from '@shared/assert';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

import { formatDecimal } from '../../ui/format';
import type { Amount, Difference } from './difference';
import classes from './difference-words.module.css';
import { type KpiWords, useKpiWords } from './use-kpi-words';

/** `↑ naik 6 poin`: direction as shape and word; a colour, and its word, only where it is certain to be good or bad. */
export function DifferenceWords({ difference }: { difference: Difference }) {
  const words = useKpiWords();
  const { t } = words;
  switch (difference.kind) {
    case 'none': {
      const key = difference.reason === 'tiny' ? 'kpi.tinyPrevious' : 'kpi.noPrevious';
      return <span className={classes['difference']}>{t(key)}</span>;
    }
    case 'same':
      return <span className={classes['difference']}>= {t('kpi.same')}</span>;
    case 'changed': {
      const { direction, amount, verdict } = difference;
      const Arrow = direction === 'up' ? IconArrowUp : IconArrowDown;
      return (
        <span
          className={classes['difference']}
          data-verdict={verdict ?? 'none'}
          title={verdict === null ? undefined : t(`kpi.${verdict}`)}
        >
          <Arrow size="1em" stroke={2.5} aria-hidden="true" />
          {t(`kpi.${direction}`, { amount: amountWords(amount, words) })}
          {verdict !== null && <span className={classes['verdict']}>, {t(`kpi.${verdict}`)}</span>}
        </span>
      );
    }
    default:
      return assertNever(difference);
  }
}

function amountWords(amount: Amount, { t, language, count }: KpiWords): string {
  switch (amount.unit) {
    case 'count':
      return count(amount.value);
    case 'percent':
      return amount.value === 0 ? t('kpi.lessThanOnePercent') : `${count(amount.value)} %`;
    case 'points':
      return t('kpi.points', { points: count(amount.value) });
    case 'tenthsOfMinutes':
      return formatDecimal(amount.value / 10, 1, language);
    default:
      return assertNever(amount);
  }
}
