import { FullScreenNote } from '../full-screen-note';

/** KPI. */
export function KpiWorkspace() {
  return <FullScreenNote title="KPI">{null}</FullScreenNote>;
}
