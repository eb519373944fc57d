import type { CallType } from '@shared/domain/call';

import { useLive } from '../../hooks/use-live';
import { useToday } from '../../hooks/use-today';
import { useT } from '../../i18n/t';
import { Section } from '../../ui/section';
import { StackedBar } from '../../ui/stacked-bar';
import classes from './recently-ended.module.css';

/** In the order of their usual share. */
const TYPES = ['ghost', 'prank', 'informasi', 'terputus'] as const satisfies readonly CallType[];

/** Today's calls that were no emergency, by type. */
export function NonEmergencyCalls() {
  const t = useT();
  const today = useToday();
  const tally = useLive((state) => state.model?.callTallies[today]);
  return (
    <Section title={t('queue.notEmergencies')}>
      {tally === undefined ? (
        <p className={classes['none']}>{t('queue.noCalls')}</p>
      ) : (
        <StackedBar
          shares={TYPES.map((type) => ({
            key: type,
            label: t(`callType.${type}`),
            value: tally[type],
            color: `var(--cc-call-type-${type})`,
          }))}
        />
      )}
    </Section>
  );
}
