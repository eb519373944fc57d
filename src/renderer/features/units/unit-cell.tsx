import type { UnitStatusDefinition } from '@shared/domain/city-pack';
import type { Unit } from '@shared/domain/unit';
import { useStore } from 'zustand';

import { useCity } from '../../hooks/use-city';
import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { shortNumber } from '../../i18n/record-number';
import { useLanguage, useT } from '../../i18n/t';
import { availabilityOf } from '../../live/availability';
import { selectionStore } from '../../live/selection';
import { selectActiveAssignmentByUnit } from '../../live/selectors';
import { AvailabilityMark } from '../../ui/availability-mark';
import { formatElapsed } from '../../ui/format';
import { PositionAge } from './position-age';
import { statusTimeTone } from './status-time-tone';
import classes from './unit-cell.module.css';

/** One unit on the board. */
export function UnitCell({ unitId }: { unitId: string }) {
  const t = useT();
  const names = useCityNames();
  const { unitStatuses } = useCity();
  const unit = useLive((state) => state.model?.units.get(unitId));
  const isSelected = useStore(
    selectionStore,
    ({ selected }) => selected?.kind === 'unit' && selected.id === unitId,
  );
  const isHovered = useStore(
    selectionStore,
    ({ hovered }) => hovered?.kind === 'unit' && hovered.id === unitId,
  );
  const { select, hover } = useStore(selectionStore);
  if (unit === undefined) return null;

  const availability = availabilityOf(unit, unitStatuses);
  const status = names.unitStatus(unit.statusCode);
  return (
    <button
      type="button"
      className={classes['cell']}
      data-sos={unit.isSos}
      data-hovered={isHovered}
      aria-pressed={isSelected}
      title={`${unitId} · ${names.agencyInFull(unit.agencyCode)}`}
      onClick={() => select({ kind: 'unit', id: unitId })}
      onPointerEnter={() => hover({ kind: 'unit', id: unitId })}
      onPointerLeave={() => hover(null)}
    >
      <AvailabilityMark availability={availability} />
      <span className={classes['callSign']}>{unitId}</span>
      <span className={classes['status']}>
        {unit.isSos && <b className={classes['sos']}>{t('units.sos')}</b>}
        {status}
      </span>
      <StatusTime unit={unit} definition={names.unitStatusDefinition(unit.statusCode)} />
      <span className={classes['work']}>
        <CurrentWork unit={unit} />
      </span>
      <PositionAge unitId={unitId} />
    </button>
  );
}

/** Category and number of the incident the unit is on; while it is on none, its agency. */
function CurrentWork({ unit }: { unit: Unit }) {
  const names = useCityNames();
  const incident = useLive((state) => {
    const assignment = selectActiveAssignmentByUnit(state).get(unit.id);
    return assignment === undefined ? undefined : state.model?.incidents.get(assignment.incidentId);
  });
  if (incident === undefined) return names.agency(unit.agencyCode);
  return (
    <b className={classes['incident']}>
      {incident.categoryCode} {shortNumber(incident.number)}
    </b>
  );
}

/** Time in the status; it warns and alerts by the city's thresholds. */
function StatusTime({
  unit,
  definition,
}: {
  unit: Unit;
  definition: UnitStatusDefinition | undefined;
}) {
  const language = useLanguage();
  const inStatusMs = useNow() - Date.parse(unit.statusSince);
  return (
    <span className={classes['time']} data-tone={statusTimeTone(inStatusMs, definition)}>
      {formatElapsed(inStatusMs, language)}
    </span>
  );
}
