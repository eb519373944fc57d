import { readFile } from 'node:fs/promises';

import type { CityPack } from '@shared/domain/city-pack';
import { INCIDENT_MILESTONES, incidentStateSchema } from '@shared/domain/incident';
import { prioritySchema } from '@shared/domain/priority';
import { z } from 'zod';

import { parseOffset } from './parse-date';
import { normaliseWords } from './parsed';
import { UsageError } from './usage-error';

const columnSchema = z.string().min(1);
/** Sabang to Merauke, Miangas to Rote. */
const INDONESIA: [number, number, number, number] = [94.5, -11.5, 141.5, 6.5];

const wordMap = <V extends z.ZodType>(value: V) =>
  z
    .record(z.string().min(1), value)
    .transform(
      (map) => new Map(Object.entries(map).map(([words, v]) => [normaliseWords(words), v])),
    );

const positionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    column: columnSchema,
    order: z.enum(['lat_lng', 'lng_lat']).default('lat_lng'),
    decimal: z.enum(['.', ',']).default('.'),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).default(INDONESIA),
  }),
  z.strictObject({
    kind: z.literal('columns'),
    latColumn: columnSchema,
    lngColumn: columnSchema,
    decimal: z.enum(['.', ',']).default('.'),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).default(INDONESIA),
  }),
]);

/** How to read one kind of historical call log. Described for people in `docs/import-profiles.md`. */
export const importProfileSchema = z.strictObject({
  /** Becomes the provenance's source: with the record's own id it makes a second run harmless. */
  source: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/, 'expected lower-case letters, digits and dashes'),
  description: z.string().optional(),
  encoding: z.enum(['utf8', 'latin1']).default('utf8'),
  delimiter: z.enum([',', ';', '\t', '|', 'auto']).default('auto'),
  utcOffset: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/, 'expected an offset like +07:00')
    .default('+07:00')
    .transform(parseOffset),
  dateFormats: z.array(z.string().min(2)).min(1),
  columns: z.strictObject({
    externalId: columnSchema,
    category: columnSchema,
    agency: columnSchema.optional(),
    kelurahan: columnSchema.optional(),
    kecamatan: columnSchema.optional(),
    priority: columnSchema.optional(),
    state: columnSchema.optional(),
    milestones: z
      .partialRecord(z.enum(INCIDENT_MILESTONES), columnSchema)
      .refine((map) => map.callReceivedAt !== undefined, {
        message: 'callReceivedAt needs a column',
      }),
  }),
  position: positionSchema.optional(),
  categories: wordMap(
    z.strictObject({ categoryCode: z.string(), subcategoryCode: z.string().optional() }),
  ),
  /** The log's words for an agency → our codes. */
  agencies: wordMap(z.array(z.string()).min(1)).default(new Map()),
  priorities: wordMap(prioritySchema).default(new Map()),
  states: z.strictObject({
    /** Of a record with a closing time. */
    whenClosed: incidentStateSchema.default('closed'),
    /** Of a record without one. */
    whenOpen: incidentStateSchema,
    /** The log's words for a state, where it has a column for it. */
    words: wordMap(incidentStateSchema).default(new Map()),
  }),
  /** True for a log of calls: each row also is one call of type `normal`. */
  createsCall: z.boolean().default(false),
  /**
   * What to do with a closing time that lies before the receipt. `keep` takes the log at its word:
   * figures leave negative intervals out and say how many they left out.
   */
  closingBeforeReceipt: z.enum(['keep', 'reject']).default('reject'),
});
export type ImportProfile = z.output<typeof importProfileSchema>;

/** @throws UsageError naming the file, the field and what is wrong */
export async function loadImportProfile(path: string, city: CityPack): Promise<ImportProfile> {
  const json = await readJson(path);
  const result = importProfileSchema.safeParse(json);
  if (!result.success)
    throw new UsageError(`${path}: not an import profile\n${z.prettifyError(result.error)}`);
  const unknown = unknownCodes(result.data, city);
  if (unknown.length > 0) throw new UsageError(`${path}: ${unknown.join('; ')}`);
  return result.data;
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new UsageError(
      `${path}: cannot be read. --profile wants a JSON file such as resources/profiles/cc112-sumenep.json`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** What the profile names and the city pack does not have. */
function unknownCodes(profile: ImportProfile, city: CityPack): string[] {
  const categories = new Map(
    city.incidentCategories.map((c) => [c.code, new Set(c.subcategories.map((s) => s.code))]),
  );
  const agencies = new Set(city.agencies.map((agency) => agency.code));
  const problems: string[] = [];
  for (const [words, { categoryCode, subcategoryCode }] of profile.categories) {
    const subcategories = categories.get(categoryCode);
    if (!subcategories)
      problems.push(
        `categories: "${words}" leads to ${categoryCode}, which the city pack does not have`,
      );
    else if (subcategoryCode !== undefined && !subcategories.has(subcategoryCode)) {
      problems.push(
        `categories: "${words}" leads to ${categoryCode}/${subcategoryCode}, which the city pack does not have`,
      );
    }
  }
  for (const [words, codes] of profile.agencies) {
    for (const code of codes.filter((c) => !agencies.has(c))) {
      problems.push(`agencies: "${words}" leads to ${code}, which the city pack does not have`);
    }
  }
  return problems;
}
