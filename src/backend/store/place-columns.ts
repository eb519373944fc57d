import { invariant } from '@shared/assert';
import type { Area } from '@shared/domain/area';
import type { Provenance } from '@shared/domain/call';
import type { LngLat } from '@shared/domain/lng-lat';

interface AreaRow {
  areaKind: Area['kind'];
  kecamatanCode: string | null;
  kelurahanCode: string | null;
  kecamatanText: string | null;
  kelurahanText: string | null;
}

interface PlaceRow extends AreaRow {
  lng: number | null;
  lat: number | null;
}

/** An area and a position as the columns of `placeColumns()`. */
export function placeToColumns(area: Area, lngLat: LngLat | null): PlaceRow {
  return { ...areaToColumns(area), lng: lngLat?.[0] ?? null, lat: lngLat?.[1] ?? null };
}

export function areaToColumns(area: Area): AreaRow {
  return {
    areaKind: area.kind,
    kecamatanCode: area.kind === 'in_city' ? area.kecamatanCode : null,
    kelurahanCode: area.kind === 'in_city' ? area.kelurahanCode : null,
    kecamatanText: area.kind === 'outside_city' ? area.kecamatanText : null,
    kelurahanText: area.kind === 'outside_city' ? area.kelurahanText : null,
  };
}

export function areaOf(row: AreaRow): Area {
  switch (row.areaKind) {
    case 'in_city':
      invariant(row.kecamatanCode !== null, 'an area in the city has a kecamatan');
      return {
        kind: 'in_city',
        kecamatanCode: row.kecamatanCode,
        kelurahanCode: row.kelurahanCode,
      };
    case 'outside_city':
      return {
        kind: 'outside_city',
        kelurahanText: row.kelurahanText,
        kecamatanText: row.kecamatanText,
      };
    case 'unknown':
      return { kind: 'unknown' };
  }
}

export function lngLatOf(row: Pick<PlaceRow, 'lng' | 'lat'>): LngLat | null {
  return row.lng === null || row.lat === null ? null : [row.lng, row.lat];
}

interface ProvenanceRow {
  source: string | null;
  externalId: string | null;
}

export function provenanceToColumns(provenance: Provenance | null): ProvenanceRow {
  return { source: provenance?.source ?? null, externalId: provenance?.externalId ?? null };
}

export function provenanceOf({ source, externalId }: ProvenanceRow): Provenance | null {
  return source === null || externalId === null ? null : { source, externalId };
}
