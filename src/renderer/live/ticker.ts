import type { Change, ChangeType } from '@shared/protocol/changes';

export const TICKER_LENGTH = 200;

/** Whether a change is worth a line; the rest repeats another change or says nothing to a reader. */
const TELLS_SOMETHING = {
  'call.recorded': true,
  'call.linked': false,
  'incident.opened': true,
  'incident.transitioned': true,
  'incident.noteAdded': true,
  // A correction of many records at once would drown what happens in the city.
  'incident.areaChanged': false,
  'assignment.dispatched': true,
  // The unit's own status change says it.
  'assignment.progressed': false,
  'assignment.cleared': false,
  // Happens to all units at the first start.
  'unit.registered': false,
  'unit.retired': true,
  'unit.statusChanged': true,
  'complaint.received': true,
  'complaint.transitioned': true,
  'complaint.areaChanged': false,
  'city.boundariesChanged': true,
  'city.facilitiesChanged': true,
  'history.imported': true,
  // An incident that was disclosed to this audience just now.
  'incident.replaced': true,
  'complaint.replaced': false,
  withheld: false,
} as const satisfies Record<ChangeType, boolean>;

/** The ticker with the given changes (in log order) on top: newest first, bounded, without noise. */
export function extendTicker(
  ticker: readonly Change[],
  changes: readonly Change[],
): readonly Change[] {
  const lines = changes.filter(isLine).slice(-TICKER_LENGTH).reverse();
  if (lines.length === 0) return ticker;
  return [...lines, ...ticker.slice(0, TICKER_LENGTH - lines.length)];
}

function isLine(change: Change): boolean {
  // Most calls are pranks, silent or dropped: they are counted elsewhere and would drown everything here.
  if (change.type === 'call.recorded')
    return change.data.call.type === 'normal' || change.data.call.type === 'informasi';
  return TELLS_SOMETHING[change.type];
}
