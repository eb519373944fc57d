import { resolve } from 'node:path';

import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const shared = { resolve: { alias: { '@shared': resolve('src/shared') } } };

/** A real backend on a real database: starting PGlite alone takes seconds. */
const integration = (
  name: string,
  test: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration => ({
  ...shared,
  test: { name, testTimeout: 60_000, hookTimeout: 60_000, ...test },
});

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
      integration('integration', {
        include: ['tests/integration/**/*.test.ts', 'tests/stream/**/*.test.ts'],
        exclude: ['tests/integration/**/postgres/**'],
        env: { CC_TEST_ENGINE: 'pglite' },
      }),
      // The same tests on a real server, but for those about one engine's own files.
      integration('integration-postgres', {
        include: ['tests/integration/**/*.test.ts'],
        exclude: ['tests/integration/**/pglite/**'],
        env: { CC_TEST_ENGINE: 'postgres' },
        globalSetup: 'tests/support/postgres/global-setup.ts',
      }),
    ],
  },
});
