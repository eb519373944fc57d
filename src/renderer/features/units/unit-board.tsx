import { AVAILABILITY_CLASSES } from '@shared/domain/unit-status';
import { useState } from 'react';

import { useLive } from '../../hooks/use-live';
import { useLanguage, useT } from '../../i18n/t';
import { selectUnitsByAvailability } from '../../live/selectors';
import { AvailabilityMark } from '../../ui/availability-mark';
import { ChoiceRow } from '../../ui/choice-row';
import { EmptyNote } from '../../ui/empty-note';
import { formatCount } from '../../ui/format';
import { PanelHeader } from '../../ui/panel-header';
import classes from './unit-board.module.css';
import { UnitGrid } from './unit-grid';
import type { UnitArrangement, UnitFilter } from './unit-order';

/** All units: what they do, since when, and how old their position is. */
export function UnitBoard() {
  const t = useT();
  const language = useLanguage();
  const [filter, setFilter] = useState<UnitFilter>('all');
  const [arrangement, setArrangement] = useState<UnitArrangement>('status');
  const total = useLive((state) => state.model?.units.size ?? 0);
  const counts = useLive(selectUnitsByAvailability);

  return (
    <section className={classes['board']} aria-label={t('units.title')}>
      <PanelHeader title={t('units.title')} count={formatCount(total, language)}>
        <ChoiceRow
          label={t('units.filter')}
          value={filter}
          onChange={setFilter}
          choices={[
            { value: 'all', label: t('queue.all') },
            ...AVAILABILITY_CLASSES.map((availability) => ({
              value: availability,
              label: (
                <>
                  <AvailabilityMark availability={availability} />
                  {t(`availability.${availability}`)}
                  <b>{counts === null ? '—' : formatCount(counts[availability], language)}</b>
                </>
              ),
            })),
          ]}
        />
        <span className={classes['divider']} />
        <ChoiceRow
          label={t('units.arrange')}
          value={arrangement}
          onChange={setArrangement}
          choices={[
            { value: 'status', label: t('units.byStatus') },
            { value: 'agency', label: t('units.byAgency') },
          ]}
        />
      </PanelHeader>
      {total > 0 ? (
        <UnitGrid filter={filter} arrangement={arrangement} />
      ) : (
        <EmptyNote title={t('units.emptyTitle')} hint={t('units.emptyHint')} />
      )}
    </section>
  );
}
