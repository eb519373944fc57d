import { resolve } from 'node:path';

import { defineConfig } from 'vitest/config';

const shared = { resolve: { alias: { '@shared': resolve('src/shared') } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: { name: 'unit', include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'] },
      },
      {
        ...shared,
        test: { name: 'unit-dom', include: ['src/**/*.test.tsx'], environment: 'happy-dom' },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/stream/**/*.test.ts'],
          // A real backend on a real database: starting PGlite alone takes seconds.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
