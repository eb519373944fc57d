import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Everything the pages need is served from here; nothing is asked of any other host. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The API's description: OpenAPI 3.1 at `<prefix>/openapi.json`, browsable at `/docs`. To be called before the routes. */
export async function registerDocs(app: FastifyInstance, prefix: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Pusat Komando 112',
        description: [
          'Intake and queries of the 112 command center.',
          'Instants are ISO-8601; positions are `[longitude, latitude]`.',
          'A write answers `202` with its place in the change log; give an `Idempotency-Key` to make a retry harmless.',
        ].join(' '),
        version: '1',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    // Only what is tagged belongs to the API; the app serves other things beside it.
    hideUntagged: true,
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: CONTENT_SECURITY_POLICY,
    // Null: it would ask a public validator about the document.
    uiConfig: { validatorUrl: null, docExpansion: 'list' },
  });
  app.get(`${prefix}/openapi.json`, { config: { action: 'open' }, schema: { hide: true } }, () =>
    app.swagger(),
  );
}
