import type { Unit } from '@shared/domain/unit';
import { useStore } from 'zustand';

import { useCity } from '../../hooks/use-city';
import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { useLanguage, useT } from '../../i18n/t';
import { availabilityOf } from '../../live/availability';
import { selectionStore } from '../../live/selection';
import { AvailabilityMark } from '../../ui/availability-mark';
import { DetailHeader } from '../../ui/detail-header';
import { EmptyNote } from '../../ui/empty-note';
import { FactList } from '../../ui/fact-list';
import { Figure, FigureRow } from '../../ui/figure';
import { formatElapsed } from '../../ui/format';
import { PaneBody } from '../../ui/pane-body';
import { Section } from '../../ui/section';
import { PositionFacts } from './position-facts';
import { statusTimeTone } from './status-time-tone';
import { UnitAssignments } from './unit-assignments';
import classes from './unit-detail.module.css';

/** One unit: what it does and since when, what it is on, where it was last seen. */
export function UnitDetail({ id }: { id: string }) {
  const t = useT();
  const names = useCityNames();
  const { unitStatuses, units } = useCity();
  const unit = useLive((state) => state.model?.units.get(id));
  const select = useStore(selectionStore, (state) => state.select);
  if (unit === undefined) return <EmptyNote title={t('units.gone')} />;

  const definition = units.find(({ callSign }) => callSign === id);
  const kind = definition?.kind;
  const availability = availabilityOf(unit, unitStatuses);
  return (
    <>
      <DetailHeader
        mark={<AvailabilityMark availability={availability} />}
        title={id}
        subtitle={[
          names.agency(unit.agencyCode),
          kind === undefined ? unit.kind : t(`unitKind.${kind}`),
        ].join(' · ')}
        onClose={() => select(null)}
      />
      {unit.isSos && (
        <p role="alert" className={classes['sos']}>
          <b>{t('units.sos')}</b> {t('units.sosLong')}
        </p>
      )}
      <FigureRow>
        <StatusFigure unit={unit} />
      </FigureRow>
      <PaneBody>
        <UnitAssignments unitId={id} />
        <PositionFacts unitId={id} />
        <Section title={t('units.agency')}>
          <FactList
            facts={[
              { label: t('units.agency'), value: names.agencyInFull(unit.agencyCode) },
              { label: t('units.station'), value: names.station(unit.stationCode) },
              ...(definition === undefined
                ? []
                : [{ label: t('units.crew'), value: definition.crew }]),
            ]}
          />
        </Section>
      </PaneBody>
    </>
  );
}

function StatusFigure({ unit }: { unit: Unit }) {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const inStatusMs = useNow() - Date.parse(unit.statusSince);
  const tone = statusTimeTone(inStatusMs, names.unitStatusDefinition(unit.statusCode));
  return (
    <Figure label={names.unitStatus(unit.statusCode)} aside={t('units.inStatus')}>
      <span className={classes['time']} data-tone={tone}>
        {formatElapsed(inStatusMs, language)}
      </span>
    </Figure>
  );
}
