import type { LngLat } from '@shared/domain/lng-lat';
import type { MapLibreMap } from 'maplibre-gl';

import type { LiveClient } from '../live/model';
import { type Selection, selectionStore } from '../live/selection';
import { KECAMATAN_SOURCE } from './areas-layer';
import type { IdInterner } from './intern-ids';
import type { Ring } from './selection-layer';

/** Shows on the map what is selected or hovered in any panel. @returns the unsubscribe */
export function syncSelection(
  map: MapLibreMap,
  client: LiveClient,
  ids: IdInterner,
  update: (rings: readonly Ring[]) => void,
): () => void {
  const drawRings = (): void => {
    const { selected, hovered } = selectionStore.getState();
    const rings = [ringOf(client, selected, 'selected'), ringOf(client, hovered, 'hovered')];
    update(rings.filter((ring) => ring !== null));
  };
  const markArea = (selection: Selection, state: Partial<Record<Ring['role'], boolean>>): void => {
    if (selection?.kind !== 'kecamatan') return;
    map.setFeatureState({ source: KECAMATAN_SOURCE, id: ids.idOf(selection.code) }, state);
  };
  const isRinged = (moved: ReadonlySet<string>): boolean => {
    const { selected, hovered } = selectionStore.getState();
    return [selected, hovered].some(
      (selection) => selection?.kind === 'unit' && moved.has(selection.id),
    );
  };

  markArea(selectionStore.getState().selected, { selected: true });
  drawRings();
  const unsubscribes = [
    selectionStore.subscribe((state, previous) => {
      markArea(previous.selected, { selected: false });
      markArea(previous.hovered, { hovered: false });
      markArea(state.selected, { selected: true });
      markArea(state.hovered, { hovered: true });
      drawRings();
    }),
    client.positions.subscribe((moved) => {
      if (isRinged(moved)) drawRings();
    }),
    client.store.subscribe((state, previous) => {
      if (state.model?.incidents !== previous.model?.incidents) drawRings();
    }),
  ];
  return () => {
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}

function ringOf(client: LiveClient, selection: Selection, role: Ring['role']): Ring | null {
  if (selection === null || selection.kind === 'kecamatan') return null;
  const lngLat = placeOf(client, selection);
  return lngLat === null ? null : { role, around: selection.kind, lngLat };
}

/** Where a selected thing is; null: not known, or not on the map. */
export function placeOf(client: LiveClient, selection: Selection): LngLat | null {
  switch (selection?.kind) {
    case 'incident':
      return client.store.getState().model?.incidents.get(selection.id)?.lngLat ?? null;
    case 'unit': {
      const position = client.positions.get(selection.id);
      return position === undefined ? null : [position[1], position[2]];
    }
    case 'kecamatan':
    case undefined:
      return null;
  }
}
