import { z } from 'zod';

const MAX_ATTRIBUTION = 300;

const metadataSchema = z.object({
  vector_layers: z.array(z.object({ id: z.string() })).default([]),
  attribution: z.string().default(''),
});

export interface TileMetadata {
  /** Names of the layers inside the tiles. */
  layers: string[];
  /** Plain text: archives carry HTML, of which nothing may reach a page. */
  attribution: string;
}

/** @throws ZodError for metadata that is no such thing */
export function parseTileMetadata(metadata: unknown): TileMetadata {
  const { vector_layers: layers, attribution } = metadataSchema.parse(metadata);
  return { layers: layers.map(({ id }) => id), attribution: plainText(attribution) };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', copy: '©', lt: '<', gt: '>' };

function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|copy|lt|gt);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_ATTRIBUTION);
}
