import type { KpiReport } from '@shared/protocol/kpi';

import { countDifference } from './difference';
import { FigureButton } from './figure-button';
import { Tile } from './tile';
import { useKpiWords } from './use-kpi-words';

type Calls = KpiReport['previous']['calls'];

/** How many calls, and how many of them were about an emergency. */
export function CallsTile({ calls, before }: { calls: Calls; before: Calls | null }) {
  const { t, count, share } = useKpiWords();
  const real = ({ n, byType }: Calls): string => share(n === 0 ? null : byType.normal / n);
  return (
    <Tile
      label={t('kpi.calls')}
      figure={{
        kpi: 'calls',
        subject: null,
        value: count(calls.n),
        n: calls.n,
        excluded: [],
        previous: before === null ? null : count(before.n),
      }}
      difference={before === null ? null : countDifference(calls.n, before.n, null)}
    >
      <FigureButton
        figure={{
          kpi: 'calls',
          subject: t('kpi.realEmergenciesSubject'),
          value: real(calls),
          n: calls.n,
          excluded: [],
          previous: before === null ? null : real(before),
        }}
      >
        {t('kpi.realEmergencies', { share: real(calls) })}
      </FigureButton>
      <span>{t('kpi.n', { n: count(calls.byType.normal) })}</span>
    </Tile>
  );
}
