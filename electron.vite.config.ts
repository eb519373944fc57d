import { resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const alias = { '@shared': resolve('src/shared') };

// electron-vite makes addresses relative, for file://. Ours are served, and a page at /dinding/status-unit would
// look for its script beside itself.
const absoluteBase: Plugin = {
  name: 'absolute-base',
  enforce: 'post',
  config: () => ({ base: '/' }),
};

// Built for the pinned Electron and for the older development runtime alike (docs/development-runtime.md).
// Three outputs under out/: main (with the backend and its commands as further entries, because the
// same files run under plain Node), preload (CommonJS: a sandboxed preload cannot be a module), renderer.
export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      externalizeDeps: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: {
        input: {
          'main/index': resolve('src/main/index.ts'),
          'backend/index': resolve('src/backend/index.ts'),
          'backend/serve': resolve('src/backend/cli/serve.ts'),
          'backend/areas': resolve('src/backend/cli/areas.ts'),
          'backend/import': resolve('src/backend/cli/import.ts'),
          'backend/feed': resolve('src/backend/cli/feed.ts'),
          'backend/migrate': resolve('src/backend/cli/migrate.ts'),
          'backend/city': resolve('src/backend/cli/city.ts'),
          'backend/backup': resolve('src/backend/cli/backup.ts'),
          'backend/restore': resolve('src/backend/cli/restore.ts'),
          'backend/users': resolve('src/backend/cli/users.ts'),
          'backend/keys': resolve('src/backend/cli/keys.ts'),
          'backend/audit': resolve('src/backend/cli/audit.ts'),
          'backend/privacy': resolve('src/backend/cli/privacy.ts'),
        },
        output: {
          dir: 'out',
          entryFileNames: '[name].js',
          chunkFileNames: 'backend/chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      target: 'node20',
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    resolve: { alias },
    plugins: [react(), absoluteBase],
    build: {
      outDir: resolve('out/renderer'),
      target: 'chrome130',
      minify: true,
      rolldownOptions: {
        input: { index: resolve('src/renderer/index.html') },
        output: {
          codeSplitting: {
            groups: [
              // What every page starts with; named first, so that the group below cannot draw it in.
              { name: 'start', tags: ['$initial'], priority: 1 },
              // With all that only it needs: fetched with the KPI workspace, kept when our code changes.
              { name: 'recharts', test: /[\\/]node_modules[\\/]recharts[\\/]/ },
            ],
          },
        },
      },
      chunkSizeWarningLimit: 1500,
    },
  },
});
