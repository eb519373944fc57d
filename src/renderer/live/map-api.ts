import type { Facility, FacilityKind } from '@shared/domain/facility';
import type { LngLat } from '@shared/domain/lng-lat';
import { type BasemapReply, basemapReplySchema } from '@shared/protocol/basemap';
import {
  type FacilityKindSummary,
  facilitiesReplySchema,
  facilityKindsReplySchema,
  type NearestFacilitiesReply,
  nearestFacilitiesReplySchema,
} from '@shared/protocol/facilities';
import type { z } from 'zod';

import { ApiError } from './api-error';

/** What a map asks for besides the stream. All throw `ApiError`. */
export interface MapApi {
  fetchFacilityKinds(signal: AbortSignal): Promise<FacilityKindSummary[]>;
  fetchFacilities(kind: FacilityKind, signal: AbortSignal): Promise<Facility[]>;
  fetchNearestFacilities(
    query: { kind: FacilityKind; lngLat: LngLat; limit: number },
    signal: AbortSignal,
  ): Promise<NearestFacilitiesReply['items']>;
  fetchBasemap(signal: AbortSignal): Promise<BasemapReply>;
  /** A stretch of the basemap's file; `etag` is another one when the file has been replaced. */
  fetchBasemapBytes(
    range: { offset: number; length: number },
    signal: AbortSignal,
  ): Promise<{ data: ArrayBuffer; etag: string | null }>;
}

/** How to ask the backend: a path under `/api/v1`, a reply that is not an error. */
export interface Requests {
  get: <S extends z.ZodType>(path: string, schema: S, signal: AbortSignal) => Promise<z.infer<S>>;
  bytes: (path: string, range: string, signal: AbortSignal) => Promise<Response>;
}

const PARTIAL_CONTENT = 206;

export function createMapApi({ get, bytes }: Requests): MapApi {
  return {
    fetchFacilityKinds: async (signal) =>
      (await get('/facilities/kinds', facilityKindsReplySchema, signal)).kinds,
    fetchFacilities: async (kind, signal) =>
      (await get(`/facilities?kind=${kind}`, facilitiesReplySchema, signal)).items,
    fetchNearestFacilities: async ({ kind, lngLat: [lng, lat], limit }, signal) => {
      const query = new URLSearchParams({
        kind,
        lng: String(lng),
        lat: String(lat),
        limit: String(limit),
      });
      const path = `/facilities/nearest?${query.toString()}`;
      return (await get(path, nearestFacilitiesReplySchema, signal)).items;
    },
    fetchBasemap: (signal) => get('/basemap', basemapReplySchema, signal),
    fetchBasemapBytes: async ({ offset, length }, signal) => {
      const range = `bytes=${String(offset)}-${String(offset + length - 1)}`;
      const reply = await bytes('/basemap/tiles', range, signal);
      // The whole file instead of a stretch of it would be taken for the stretch.
      if (reply.status !== PARTIAL_CONTENT)
        throw new ApiError(
          'internal',
          'The backend did not answer with the range asked for.',
          null,
        );
      return { data: await reply.arrayBuffer(), etag: reply.headers.get('etag') };
    },
  };
}
