import { AppError } from '../errors';
import type { Api, ApiDeps } from './api';

/** For the tool on the same machine: a file of everything is nothing for a key that was handed out. */
export function registerBackupRoutes(api: Api, { openBackup }: Pick<ApiDeps, 'openBackup'>): void {
  api.get(
    '/backup',
    {
      config: { action: 'backup.make' },
      schema: { tags: ['administration'], summary: 'A backup of the whole database, gzip' },
    },
    async ({ principal }, reply) => {
      if (principal.role !== 'integration' || principal.source !== null)
        throw new AppError('forbidden', "Only the server's own tools: run npm run backup there.");
      return reply
        .header('cache-control', 'no-store')
        .type('application/gzip')
        .send(await openBackup());
    },
  );
}
