import { assertNever } from '@shared/assert';
import { useStore } from 'zustand';

import { IncidentDetailPane } from '../features/incident-detail/incident-detail';
import { KecamatanDetail } from '../features/kecamatan-detail/kecamatan-detail';
import { TodayOverview } from '../features/overview/today-overview';
import { UnitDetail } from '../features/units/unit-detail';
import type { Selection } from '../live/selection';
import { selectionStore } from '../live/selection';
import { PanelBoundary } from './panel-boundary';

/** The right pane: details of what is selected, else the day at a glance. */
export function DetailPane() {
  const selected = useStore(selectionStore, (state) => state.selected);
  // A key of its own for each subject: a failed one must not take the next one with it.
  return (
    <PanelBoundary key={keyOf(selected)} panel={`detail ${keyOf(selected)}`}>
      {contentOf(selected)}
    </PanelBoundary>
  );
}

function contentOf(selected: Selection) {
  if (selected === null) return <TodayOverview />;
  switch (selected.kind) {
    case 'incident':
      return <IncidentDetailPane id={selected.id} />;
    case 'unit':
      return <UnitDetail id={selected.id} />;
    case 'kecamatan':
      return <KecamatanDetail code={selected.code} />;
    default:
      return assertNever(selected);
  }
}

function keyOf(selected: Selection): string {
  if (selected === null) return 'overview';
  return `${selected.kind} ${selected.kind === 'kecamatan' ? selected.code : selected.id}`;
}
