import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';

import { useLanguage, useT } from '../i18n/t';
import { formatCount } from '../ui/format';
import type { Camera } from './camera';
import classes from './city-map.module.css';
import type { MapViewState } from './map-view-state';

interface MapViewChipsProps {
  view: StoreApi<MapViewState>;
  camera: Camera;
}

/** Who holds the view, and what lies outside of it. */
export function MapViewChips({ view, camera }: MapViewChipsProps) {
  const t = useT();
  const language = useLanguage();
  const viewMode = useStore(view, (state) => state.viewMode);
  const far = useStore(view, (state) => state.far);
  return (
    <div className={classes['chips']}>
      {far !== null && (
        <button
          type="button"
          className={classes['chip']}
          title={t('map.farShow')}
          onClick={() => camera.show(far.positions)}
        >
          {t('map.far', {
            n: formatCount(far.positions.length, language),
            distance: formatCount(Math.round(far.distanceMeters / 1_000), language),
            direction: t(`compass.${far.direction}`),
          })}
        </button>
      )}
      <button
        type="button"
        className={classes['chip']}
        data-mode={viewMode}
        disabled={viewMode === 'automatic'}
        onClick={() => camera.automatic()}
      >
        {t(viewMode === 'automatic' ? 'map.automatic' : 'map.locked')}
      </button>
    </div>
  );
}
