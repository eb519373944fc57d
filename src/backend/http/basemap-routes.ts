import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

import { basemapReplySchema } from '@shared/protocol/basemap';
import type { FastifyTypeProviderDefault } from 'fastify';

import { AppError } from '../errors';
import type { Api, ApiDeps } from './api';
import { parseByteRange } from './byte-range';
import { readResponses } from './route-schemas';

const TAG = 'city';
const RANGE_NOT_SATISFIABLE = 416;

export function registerBasemapRoutes(api: Api, { basemap }: ApiDeps): void {
  api.get(
    '/basemap',
    {
      config: { action: 'city.read' },
      schema: {
        tags: [TAG],
        summary: 'What the ground of the map is drawn from',
        response: readResponses(basemapReplySchema),
      },
    },
    async () =>
      basemap.kind === 'tiles'
        ? { kind: basemap.kind, attribution: basemap.attribution }
        : { kind: basemap.kind, problem: basemap.problem },
  );

  // Bytes of a file: there is no schema to check them by.
  api
    .withTypeProvider<FastifyTypeProviderDefault>()
    .get(
      '/basemap/tiles',
      { config: { action: 'city.read' }, schema: { hide: true } },
      async (request, reply) => {
        if (basemap.kind !== 'tiles')
          throw new AppError('not_found', 'There is no basemap.pmtiles; the map is schematic.');
        const { size, mtimeMs } = await stat(basemap.path);
        reply
          .header('accept-ranges', 'bytes')
          .header('etag', `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`)
          // Ranges of one file would fill the browser's cache with pieces; the archive's reader keeps its own.
          .header('cache-control', 'no-store')
          .type('application/vnd.pmtiles');
        const range = parseByteRange(request.headers.range, size);
        switch (range.kind) {
          case 'whole':
            return reply.header('content-length', size).send(createReadStream(basemap.path));
          case 'part':
            return reply
              .code(206)
              .header('content-range', `bytes ${range.start}-${range.end}/${size}`)
              .header('content-length', range.end - range.start + 1)
              .send(createReadStream(basemap.path, { start: range.start, end: range.end }));
          case 'unsatisfiable':
            return reply
              .code(RANGE_NOT_SATISFIABLE)
              .header('content-range', `bytes */${size}`)
              .send('');
        }
      },
    );
}
