import type { Principal } from '@shared/domain/access';
import { audienceOf } from '@shared/domain/audience';
import type { CityPack } from '@shared/domain/city-pack';
import type { KpiPeriod } from '@shared/protocol/kpi';

import type { Clock } from '../clock';
import { readMeta } from '../store/meta';
import type { Store } from '../store/open-store';
import { exportReport, type KpiExport } from './export-report';
import type { KpiReports } from './kpi-reports';

interface Deps {
  store: Pick<Store, 'db'>;
  clock: Clock;
  city: CityPack;
}

/** The same report as on the screen, as a file. */
export async function readExport(
  { store, clock, city }: Deps,
  reports: KpiReports,
  period: KpiPeriod,
  principal: Principal,
): Promise<KpiExport> {
  const report = await reports.read(period, audienceOf(principal));
  const { profile } = await readMeta(store.db);
  return exportReport(report, {
    city,
    isDemo: profile === 'demo',
    exportedBy: `${principal.role}/${principal.id}`,
    exportedAt: clock.now(),
  });
}
