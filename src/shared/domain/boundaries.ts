import { z } from 'zod';

import { areaCollectionSchema, landCollectionSchema } from './city-pack';
import { lngLatSchema } from './lng-lat';

/** Official boundaries of the city's kelurahan, made ready by an import. They replace the city pack's own shapes. */
export const officialBoundariesSchema = z.strictObject({
  /** Whose they are, as the map says it. */
  source: z.string().trim().min(1).max(200),
  /** WIB day on which they came in. */
  date: z.iso.date(),
  /** As precise as the file: what the area of a position is found with. */
  kelurahanAreas: areaCollectionSchema,
  /** Simplified together, so that neighbours still share their borders: what maps draw. */
  drawn: z.strictObject({
    kelurahanAreas: areaCollectionSchema,
    kecamatanAreas: areaCollectionSchema,
    land: landCollectionSchema,
  }),
  /** Kelurahan code → a point well inside it, for labels. */
  centers: z.record(z.string(), lngLatSchema),
});
export type OfficialBoundaries = z.infer<typeof officialBoundariesSchema>;
