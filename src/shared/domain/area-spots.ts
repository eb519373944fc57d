import type { Area } from './area';
import type { CityPack, Kelurahan } from './city-pack';
import type { LngLat } from './lng-lat';
import { isInGeometry } from './locate-area';

/** The part of a city pack that spots are made of: its own shapes, which never change while it is in use. */
export type SpotSource = Pick<CityPack, 'kelurahan' | 'kelurahanAreas'>;

/** Where a record is shown to those who may know its area and no more. */
export type SpotOf = (area: Area, recordId: string) => LngLat | null;

/**
 * Points spread over each kelurahan, of which a record gets one by its id: near its middle, inside its shape,
 * seldom the same as its neighbour's, and telling nothing of where the record is. A record of which only the
 * kecamatan is known gets one of any kelurahan of it; outside the city there are none.
 */
export function createAreaSpots({ kelurahan, kelurahanAreas }: SpotSource): SpotOf {
  const known = new Map<string, readonly LngLat[]>();
  const geometries = new Map(
    kelurahanAreas.features.map(({ properties, geometry }) => [properties.code, geometry]),
  );

  function spotsOfKelurahan(place: Kelurahan): readonly LngLat[] {
    const geometry = geometries.get(place.code);
    const spots = spiralAround(place).filter(
      (spot) => geometry !== undefined && isInGeometry(spot, geometry),
    );
    return spots.length > 0 ? spots : [place.center];
  }

  function spotsOf(area: Area): readonly LngLat[] {
    if (area.kind !== 'in_city') return [];
    const { kecamatanCode, kelurahanCode } = area;
    const code = kelurahanCode ?? kecamatanCode;
    let spots = known.get(code);
    if (spots === undefined) {
      const places = kelurahan.filter((place) =>
        kelurahanCode === null
          ? place.kecamatanCode === kecamatanCode
          : place.code === kelurahanCode,
      );
      spots = places.flatMap(spotsOfKelurahan);
      // Codes come from records; only those of the city are worth keeping.
      if (spots.length > 0) known.set(code, spots);
    }
    return spots;
  }

  return (area, recordId) => {
    const spots = spotsOf(area);
    return spots[numberOf(recordId) % spots.length] ?? null;
  };
}

const SPOTS = 97;
/** Of the radius of a circle as large as the kelurahan: what lies further out is often a neighbour's. */
const REACH = 0.7;
const KM_PER_DEGREE = 111.32;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Points of a sunflower's head, about as far from one another everywhere. */
function spiralAround({ center: [lng, lat], areaKm2 }: Kelurahan): LngLat[] {
  const reachKm = REACH * Math.sqrt(areaKm2 / Math.PI);
  const kmPerDegreeLng = KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: SPOTS }, (_, index) => {
    const km = reachKm * Math.sqrt((index + 0.5) / SPOTS);
    const angle = index * GOLDEN_ANGLE;
    return [
      rounded(lng + (km * Math.cos(angle)) / kmPerDegreeLng),
      rounded(lat + (km * Math.sin(angle)) / KM_PER_DEGREE),
    ];
  });
}

/** 1e-5° is a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** FNV-1a: the same id, the same number, on every machine. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
