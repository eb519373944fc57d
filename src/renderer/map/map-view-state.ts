import type { FacilityKind } from '@shared/domain/facility';
import type { LngLat } from '@shared/domain/lng-lat';
import type { BasemapReply } from '@shared/protocol/basemap';

import type { ComplaintCounts } from '../live/complaint-counts';
import type { Selection } from '../live/selection';
import type { ClassBreaks } from './class-breaks';
import type { FarIncidents } from './far-incidents';
import type { ShownFacilities } from './sync-facilities';

/** What the overlays over the map read. The map itself is drawn from the client, not from this. */
export interface MapViewState {
  /** `automatic` fits the city by itself; `locked`: a person has moved the map, and it stays. */
  viewMode: 'automatic' | 'locked';
  /** Null: no picture yet. */
  counts: ComplaintCounts | null;
  breaks: ClassBreaks | null;
  far: FarIncidents | null;
  hover: MapHover | null;
  /** The kinds of facilities that are shown. */
  facilities: ReadonlyMap<FacilityKind, ShownFacilities>;
  /** What the ground is drawn from. */
  ground: BasemapReply;
  /** New P1 incidents that still ring. */
  rings: readonly { incidentId: string; lngLat: LngLat }[];
}

/** What a pointer can be over: what can be selected, and facilities, of which there is only a word to say. */
export type MapTarget = NonNullable<Selection> | { kind: 'facility'; id: string };

/** What is under the pointer, and where the pointer is in the map's own pixels. */
export interface MapHover {
  target: MapTarget;
  x: number;
  y: number;
}

export const INITIAL_VIEW: MapViewState = {
  viewMode: 'automatic',
  counts: null,
  breaks: null,
  far: null,
  hover: null,
  facilities: new Map(),
  ground: { kind: 'schematic', problem: null },
  rings: [],
};
