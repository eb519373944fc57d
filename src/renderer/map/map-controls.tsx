import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';

import { useT } from '../i18n/t';
import type { Camera } from './camera';
import classes from './city-map.module.css';

export function MapControls({ camera }: { camera: Camera }) {
  const t = useT();
  return (
    <div className={classes['controls']}>
      <button
        type="button"
        title={t('map.zoomIn')}
        aria-label={t('map.zoomIn')}
        onClick={() => camera.zoomBy(1)}
      >
        <IconPlus size={17} stroke={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        title={t('map.zoomOut')}
        aria-label={t('map.zoomOut')}
        onClick={() => camera.zoomBy(-1)}
      >
        <IconMinus size={17} stroke={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        title={t('map.reset')}
        aria-label={t('map.reset')}
        onClick={() => camera.automatic()}
      >
        <IconFocusCentered size={17} stroke={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}
