import { z } from 'zod';

/** Why a basemap file that is there is not drawn. */
export const BASEMAP_PROBLEMS = [
  /** Not a PMTiles archive of version 3, or its directory cannot be read. */
  'damaged',
  /** Shorter than it says: a download that broke off. */
  'truncated',
  /** Pictures instead of vector tiles, or a compression that browsers do not have. */
  'not_vector',
  /** Vector tiles of another schema than Protomaps'. */
  'other_schema',
  /** Tiles of somewhere else. */
  'elsewhere',
] as const;
export type BasemapProblem = (typeof BASEMAP_PROBLEMS)[number];

/** `GET /basemap`: what the ground of the map is drawn from. Tiles are read with ranges from `/basemap/tiles`. */
export const basemapReplySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('schematic'),
    /** Null: there is no file, and nothing is wrong. */
    problem: z.enum(BASEMAP_PROBLEMS).nullable(),
  }),
  z.object({
    kind: z.literal('tiles'),
    /** Whom the map must name, as plain text; empty: the file names nobody. */
    attribution: z.string(),
  }),
]);
export type BasemapReply = z.infer<typeof basemapReplySchema>;
