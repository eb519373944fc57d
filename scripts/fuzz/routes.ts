import { z } from 'zod';

import { HIDDEN_ROUTES } from '../../src/backend/http/hidden-routes';
import { type Schema, schemaSchema } from './valid-value';

export interface Route {
  method: string;
  /** With `{id}` for parameters, as in OpenAPI. */
  path: string;
  query: Readonly<Record<string, Schema>>;
  /** Null: it takes none. */
  body: Schema | null;
}

const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  schema: schemaSchema.optional(),
});
const operationSchema = z.object({
  parameters: z.array(parameterSchema).optional(),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: schemaSchema.optional() })) })
    .optional(),
});
const openApiSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

/**
 * Every route there is: those of the API's description, and the ones that are not in it.
 * @param openApi what `GET /api/v1/openapi.json` answers
 * @throws ZodError when it is not such a document
 */
export function discoverRoutes(openApi: unknown): Route[] {
  const { paths } = openApiSchema.parse(openApi);
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => routeOf(method, path, operation)),
  );
  const hidden = HIDDEN_ROUTES.map(({ method, path }) => ({
    method,
    path: path.replace(/:(\w+)/g, '{$1}'),
    query: {},
    body: method === 'GET' ? null : {},
  }));
  return [...described, ...hidden];
}

function routeOf(method: string, path: string, operation: z.infer<typeof operationSchema>): Route {
  const query = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => [name, schema ?? {}] as const);
  return {
    method: method.toUpperCase(),
    path,
    query: Object.fromEntries(query),
    body: operation.requestBody?.content['application/json']?.schema ?? null,
  };
}
