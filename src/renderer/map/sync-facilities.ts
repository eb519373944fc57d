import type { Facility, FacilityKind } from '@shared/domain/facility';
import type { FacilityKindSummary } from '@shared/protocol/facilities';

import type { LiveClient } from '../live/model';

/** What the map has of a kind that a person asked to see. */
export type ShownFacilities =
  | { kind: 'loading' }
  | { kind: 'failed' }
  | { kind: 'ready'; facilities: readonly Facility[] };

export interface FacilitySync {
  /** Show a kind or hide it. */
  show: (kind: FacilityKind, isShown: boolean) => void;
  dispose: () => void;
}

interface Wanted {
  /** Which import it was fetched for. */
  revision: string;
  request: AbortController;
  shown: ShownFacilities;
}

/**
 * Fetches the kinds that are shown, again when another import takes their place, and drops a kind that was
 * taken away.
 * @param onShown told of all kinds shown, whenever one of them changed
 */
export function syncFacilities(
  client: Pick<LiveClient, 'store' | 'mapApi'>,
  onShown: (shown: ReadonlyMap<FacilityKind, ShownFacilities>) => void,
): FacilitySync {
  const wanted = new Map<FacilityKind, Wanted>();
  const tell = (): void => {
    onShown(new Map([...wanted].map(([kind, { shown }]) => [kind, shown])));
  };
  const drop = (kind: FacilityKind): void => {
    wanted.get(kind)?.request.abort();
    wanted.delete(kind);
  };
  const load = async (summary: FacilityKindSummary): Promise<void> => {
    const { kind } = summary;
    const before = wanted.get(kind);
    before?.request.abort();
    const entry: Wanted = {
      revision: revisionOf(summary),
      request: new AbortController(),
      // What was imported before stays on screen until its successor is here.
      shown: before?.shown ?? { kind: 'loading' },
    };
    wanted.set(kind, entry);
    tell();
    try {
      const facilities = await client.mapApi().fetchFacilities(kind, entry.request.signal);
      if (!entry.request.signal.aborted) entry.shown = { kind: 'ready', facilities };
    } catch {
      // The menu says it beside the kind; choosing the kind again tries again.
      if (!entry.request.signal.aborted) entry.shown = { kind: 'failed' };
    }
    if (wanted.get(kind) === entry) tell();
  };
  const summaryOf = (kind: FacilityKind): FacilityKindSummary | undefined =>
    client.store.getState().facilityKinds.find((summary) => summary.kind === kind);

  const unsubscribe = client.store.subscribe(({ facilityKinds }, before) => {
    if (facilityKinds === before.facilityKinds) return;
    for (const [kind, { revision }] of [...wanted]) {
      const summary = summaryOf(kind);
      if (summary === undefined) {
        drop(kind);
        tell();
      } else if (revisionOf(summary) !== revision) void load(summary);
    }
  });
  return {
    show(kind, isShown) {
      const summary = summaryOf(kind);
      if (isShown && summary !== undefined) void load(summary);
      if (isShown) return;
      drop(kind);
      tell();
    },
    dispose() {
      unsubscribe();
      for (const kind of [...wanted.keys()]) drop(kind);
    },
  };
}

const revisionOf = ({ count, source }: FacilityKindSummary): string =>
  `${source.importedAt} ${String(count)}`;
