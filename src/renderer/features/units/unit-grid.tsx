import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';

import { useCity } from '../../hooks/use-city';
import { useCityNames } from '../../hooks/use-city-names';
import { useLive } from '../../hooks/use-live';
import { useT } from '../../i18n/t';
import { EmptyNote } from '../../ui/empty-note';
import { useRootFontPx } from '../../ui/use-root-font-px';
import { UnitCell } from './unit-cell';
import classes from './unit-grid.module.css';
import { arrangeUnits, type UnitArrangement, type UnitFilter } from './unit-order';
import { useColumns } from './use-columns';

/** Heights in rem; the style sheet keeps to them. */
const LINE_REM = 2.75;
const HEADING_REM = 1.625;

/** The board's lines; only those in sight exist. */
export function UnitGrid({
  filter,
  arrangement,
}: {
  filter: UnitFilter;
  arrangement: UnitArrangement;
}) {
  const t = useT();
  const names = useCityNames();
  const { unitStatuses } = useCity();
  const units = useLive((state) => state.model?.units);
  const scroller = useRef<HTMLDivElement>(null);
  const rootPx = useRootFontPx();
  const columns = useColumns(scroller);
  const lines = useMemo(
    () => arrangeUnits(units?.values() ?? [], unitStatuses, { filter, arrangement, columns }),
    [units, unitStatuses, filter, arrangement, columns],
  );
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING_REM : LINE_REM) * rootPx,
    overscan: 3,
    initialRect: { width: 0, height: LINE_REM * rootPx * 6 },
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, lines, rootPx]);

  return (
    <div ref={scroller} className={classes['scroller']} data-testid="unit-grid">
      {lines.length === 0 && filter !== 'all' && (
        <EmptyNote title={t('units.emptyFilterTitle', { class: t(`availability.${filter}`) })} />
      )}
      <div className={classes['canvas']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const style = { height: item.size, transform: `translateY(${item.start}px)` };
          if (line.kind === 'heading') {
            return (
              <h3 key={item.key} className={classes['heading']} style={style}>
                {names.agencyInFull(line.agencyCode)} <span>{line.count}</span>
              </h3>
            );
          }
          return (
            <div
              key={item.key}
              className={classes['line']}
              style={{ ...style, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
            >
              {line.unitIds.map((unitId) => (
                <UnitCell key={unitId} unitId={unitId} />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
