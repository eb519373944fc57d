import fc from 'fast-check';
import { z } from 'zod';

import type { World } from './world';

/** The part of JSON Schema that the API's description uses. */
export interface Schema {
  type?: string | string[] | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  items?: Schema | undefined;
  prefixItems?: Schema[] | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  allOf?: Schema[] | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
}

export const schemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: z.record(z.string(), schemaSchema).optional(),
    required: z.array(z.string()).optional(),
    items: schemaSchema.optional().catch(undefined),
    prefixItems: z.array(schemaSchema).optional(),
    anyOf: z.array(schemaSchema).optional(),
    oneOf: z.array(schemaSchema).optional(),
    allOf: z.array(schemaSchema).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
  }),
);

const MAX_DEPTH = 6;

/**
 * Values that fit a schema and, by the names of their fields, this city: codes it has, units it has, places in
 * it, times of today. So a case gets past the schema and into the operation.
 */
export function validValue(
  schema: Schema,
  world: World,
  name = '',
  depth = 0,
): fc.Arbitrary<unknown> {
  const known = world.valuesOf(name);
  if (known !== null && schema.properties === undefined) return known;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined && schema.enum.length > 0) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined && choices.length > 0)
    return fc.oneof(...choices.map((choice) => validValue(choice, world, name, depth)));
  const [first] = schema.allOf ?? [];
  if (first !== undefined) return validValue(first, world, name, depth);
  if (depth > MAX_DEPTH) return fc.constant(null);
  return valueOfType(schema, world, name, depth);
}

function valueOfType(
  schema: Schema,
  world: World,
  name: string,
  depth: number,
): fc.Arbitrary<unknown> {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object':
      return objectValue(schema, world, depth);
    case 'array':
      return arrayValue(schema, world, name, depth);
    case 'integer':
    case 'number':
      return numberValue(schema, type === 'integer');
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return fc.string({
        minLength: schema.minLength ?? 0,
        maxLength: Math.min(schema.maxLength ?? 30, 60),
      });
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectValue(schema: Schema, world: World, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const model = Object.fromEntries(
    properties.map(([key, property]) => [key, validValue(property, world, key, depth + 1)]),
  );
  return fc.record(model, { requiredKeys: schema.required ?? [], noNullPrototype: true });
}

function arrayValue(
  schema: Schema,
  world: World,
  name: string,
  depth: number,
): fc.Arbitrary<unknown> {
  if (schema.prefixItems !== undefined)
    return fc.tuple(...schema.prefixItems.map((item) => validValue(item, world, '', depth + 1)));
  const minLength = schema.minItems ?? 0;
  return fc.array(validValue(schema.items ?? {}, world, singular(name), depth + 1), {
    minLength,
    maxLength: Math.max(minLength, Math.min(schema.maxItems ?? 3, 3)),
  });
}

function numberValue({ minimum, maximum }: Schema, isInteger: boolean): fc.Arbitrary<number> {
  const min = Math.max(minimum ?? -1_000, -1e9);
  const max = Math.max(min, Math.min(maximum ?? 1_000_000, 1e9));
  return isInteger
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.double({ min, max, noNaN: true });
}

/** `unitIds` are each a `unitId`. */
const singular = (name: string): string => name.replace(/s$/, '');
