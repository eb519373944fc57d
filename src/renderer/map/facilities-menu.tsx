import { Checkbox, Popover } from '@mantine/core';
import type { FacilityKindSummary } from '@shared/protocol/facilities';
import { IconStack2 } from '@tabler/icons-react';
import { useStore } from 'zustand';

import { useLanguage, useT } from '../i18n/t';
import type { LiveClient } from '../live/model';
import { formatCount } from '../ui/format';
import classes from './facilities-menu.module.css';
import type { MapEngine } from './map-engine';

interface FacilitiesMenuProps {
  engine: MapEngine;
  client: LiveClient;
}

/** Which facilities the map shows. Where none have been imported there is nothing to choose. */
export function FacilitiesMenu({ engine, client }: FacilitiesMenuProps) {
  const t = useT();
  const kinds = useStore(client.store, (state) => state.facilityKinds);
  const shownCount = useStore(engine.view, (state) => state.facilities.size);
  if (kinds.length === 0) return null;
  return (
    <Popover position="left-start" shadow="none" withinPortal={false} trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes['button']}
          data-active={shownCount > 0}
          title={t('facilities.open')}
          aria-label={t('facilities.open')}
        >
          <IconStack2 size={17} stroke={1.75} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes['panel']}>
        <fieldset className={classes['list']}>
          <legend>{t('facilities.title')}</legend>
          {kinds.map((summary) => (
            <KindRow key={summary.kind} summary={summary} engine={engine} />
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}

function KindRow({ summary, engine }: { summary: FacilityKindSummary; engine: MapEngine }) {
  const t = useT();
  const language = useLanguage();
  const { kind, count, source } = summary;
  const shown = useStore(engine.view, (state) => state.facilities.get(kind));
  return (
    <Checkbox
      size="xs"
      checked={shown !== undefined && shown.kind !== 'failed'}
      onChange={(event) => engine.showFacilities(kind, event.currentTarget.checked)}
      label={
        <span className={classes['row']}>
          {t(`facilityKind.${kind}`)}
          <b>{formatCount(count, language)}</b>
        </span>
      }
      description={
        shown?.kind === 'failed'
          ? t('facilities.failed')
          : t('facilities.source', { source: source.title })
      }
    />
  );
}
