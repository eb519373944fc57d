import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { embedMigrations } from '../../../scripts/embed-migrations';

it('embeds the migrations that drizzle-kit wrote', async () => {
  const file = new URL('../../../src/backend/store/migrations/embedded.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await embedMigrations());
});
