import { Skeleton } from '@mantine/core';

import { useT } from '../../i18n/t';
import dashboard from './kpi-dashboard.module.css';
import classes from './kpi-skeleton.module.css';

const TILES = ['calls', 'incidents', 'response', 'open', 'done'];
const PANELS = ['response', 'by-category', 'calls', 'categories', 'agencies', 'kecamatan', 'hours'];

/** The dashboard's own shape while the first report is on its way. */
export function KpiSkeleton() {
  const t = useT();
  return (
    <div role="status" aria-label={t('common.loading')} className={classes['skeleton']}>
      <div className={classes['tiles']}>
        {TILES.map((tile) => (
          <div key={tile} className={classes['tile']}>
            <Skeleton height="0.75rem" width="40%" />
            <Skeleton height="2rem" width="55%" mt="0.5rem" />
            <Skeleton height="0.75rem" width="75%" mt="0.5rem" />
          </div>
        ))}
      </div>
      <div className={dashboard['panels']}>
        {PANELS.map((panel) => (
          <div key={panel} className={dashboard['panel']} data-area={panel}>
            <div className={classes['panel']}>
              <Skeleton height="0.875rem" width="30%" />
              <Skeleton height="100%" mt="0.75rem" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
