import type { CityPack } from '@shared/domain/city-pack';
import type { Unit } from '@shared/domain/unit';
import type { AvailabilityClass } from '@shared/domain/unit-status';
import { useMemo, useRef } from 'react';

import { useCity } from '../../hooks/use-city';
import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { useSizeInRem } from '../../hooks/use-size-in-rem';
import { useLanguage, useT } from '../../i18n/t';
import { availabilityOf } from '../../live/availability';
import { compareTexts } from '../../live/open-incidents';
import { AvailabilityMark } from '../../ui/availability-mark';
import { formatAge, formatCount } from '../../ui/format';
import { packUnits, type UnitGroup, type UnitLine } from './pack-units';
import classes from './unit-columns.module.css';
import { WallNote, WallPanel } from './wall-panel';

/** Sizes in rem: a line must hold call sign, status and age; it grows where there is room. */
const COLUMN_REM = 15;
const LINE_REM = { least: 2.125, most: 3 } as const;
const PAGE_MS = 10_000;

/** Every unit with its status, by agency; in pages that turn where they do not fit on one. */
export function UnitColumns() {
  const t = useT();
  const city = useCity();
  const units = useLive((state) => state.model?.units);
  const body = useRef<HTMLDivElement>(null);
  const size = useSizeInRem(body);
  const nowMs = useNow(PAGE_MS);
  const groups = useMemo(() => unitGroups([...(units?.values() ?? [])], city), [units, city]);
  const pages = useMemo(
    () =>
      size === null
        ? []
        : packUnits(
            groups,
            Math.max(1, Math.floor(size.widthRem / COLUMN_REM)),
            Math.floor(size.heightRem / LINE_REM.least),
          ),
    [groups, size],
  );
  const index = pages.length === 0 ? 0 : Math.floor(nowMs / PAGE_MS) % pages.length;
  const page = pages[index] ?? [];
  const lines = Math.max(1, ...page.map((column) => column.length));
  const lineRem = Math.min(LINE_REM.most, (size?.heightRem ?? 0) / lines);
  return (
    <WallPanel
      title={t('wall.units')}
      {...(pages.length > 1
        ? { aside: t('wall.page', { page: index + 1, pages: pages.length }) }
        : {})}
    >
      <div ref={body} className={classes['columns']}>
        {groups.length === 0 && <WallNote title={t('wall.noUnits')} hint={t('wall.noUnitsHint')} />}
        {page.map((column, place) => (
          <ul key={place} className={classes['column']}>
            {column.map((line) => (
              <li key={keyOf(line)} className={classes['line']} style={{ height: `${lineRem}rem` }}>
                {line.kind === 'heading' ? <Heading {...line} /> : <UnitRow unitId={line.unitId} />}
              </li>
            ))}
          </ul>
        ))}
      </div>
    </WallPanel>
  );
}

function Heading({ agencyCode, isContinued }: Extract<UnitLine, { kind: 'heading' }>) {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const { unitStatuses } = useCity();
  const units = useLive((state) => state.model?.units);
  const own = [...(units?.values() ?? [])].filter((unit) => unit.agencyCode === agencyCode);
  const available = own.filter((unit) => availabilityOf(unit, unitStatuses) === 'available');
  const agency = names.agency(agencyCode);
  return (
    <h3 className={classes['heading']}>
      <span>{isContinued ? t('wall.continued', { agency }) : agency}</span>
      <span className={classes['share']}>
        {t('wall.availableOf', {
          n: formatCount(available.length, language),
          total: formatCount(own.length, language),
        })}
      </span>
    </h3>
  );
}

/** For how long says something of a unit at work; of one that waits it says only when the shift began. */
const TELLS_AGE = {
  available: false,
  conditional: true,
  committed: true,
  unavailable: false,
} as const satisfies Record<AvailabilityClass, boolean>;

function UnitRow({ unitId }: { unitId: string }) {
  const t = useT();
  const language = useLanguage();
  const { unitStatuses } = useCity();
  const nowMs = useNow(10_000);
  const unit = useLive((state) => state.model?.units.get(unitId));
  if (unit === undefined) return null;
  const availability = availabilityOf(unit, unitStatuses);
  return (
    <div className={classes['unit']} data-class={availability} data-sos={unit.isSos}>
      <AvailabilityMark availability={availability} />
      <b className={classes['callSign']}>{unitId}</b>
      <span className={classes['tail']}>
        <span className={classes['status']}>
          {unit.isSos ? t('units.sosLong') : t(`unitMeaning.${unit.statusMeaning}`)}
        </span>
        {TELLS_AGE[availability] && (
          <span className={classes['age']}>
            {formatAge(nowMs - Date.parse(unit.statusSince), language)}
          </span>
        )}
      </span>
    </div>
  );
}

function keyOf(line: UnitLine): string {
  return line.kind === 'heading' ? `heading ${line.agencyCode}` : line.unitId;
}

/** By agency in the pack's order; one the pack does not know comes last. Crews in danger come first. */
function unitGroups(units: readonly Unit[], city: CityPack): UnitGroup[] {
  const codes = [
    ...new Set([
      ...city.agencies.map(({ code }) => code),
      ...units.map(({ agencyCode }) => agencyCode),
    ]),
  ];
  return codes.flatMap((agencyCode) => {
    const own = units
      .filter((unit) => unit.agencyCode === agencyCode)
      .sort((a, b) => Number(b.isSos) - Number(a.isSos) || compareTexts(a.id, b.id));
    return own.length === 0 ? [] : [{ agencyCode, unitIds: own.map(({ id }) => id) }];
  });
}
