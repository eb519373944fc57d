import boundaries from 'eslint-plugin-boundaries';

// The import table of ARCHITECTURE.md ("Who may import whom"), row by row: module → modules it may
// import. Every module may also import the third-party packages that PACKAGES does not reserve.
const MAY_IMPORT = {
  'shared-base': [],
  'shared-domain': ['shared-base'],
  'shared-protocol': ['shared-domain', 'shared-base'],
  'shared-ipc': ['shared-protocol', 'shared-domain', 'shared-base'],

  // What every backend module may use: clock, log, errors, configuration. Its app.ts and index.ts
  // put the others together, so the folder as a whole may import them all.
  'backend-base': ['backend-*', 'shared-*'],
  'backend-cli': ['backend-*', 'shared-*'],
  'backend-access': ['backend-keys', 'backend-base', 'shared-*'],
  'backend-keys': ['backend-base', 'shared-*'],
  // What is let in at all, before anything looks at what it says.
  'backend-border': ['backend-base', 'shared-*'],
  // What people and tools did, chained; written by whatever does it.
  'backend-audit': ['backend-store', 'backend-base', 'shared-*'],
  'backend-backup': ['backend-store', 'backend-base', 'shared-*'],
  'backend-basemap': ['backend-base', 'shared-*'],
  'backend-facilities': ['backend-base', 'shared-*'],
  'backend-health': ['backend-base', 'shared-*'],
  // Counts what others tell it; of them it knows the words.
  'backend-metrics': [
    'backend-access',
    'backend-store',
    'backend-stream',
    'backend-base',
    'shared-*',
  ],
  // What can be known of the city's shapes and places without the database.
  'backend-areas': ['backend-base', 'shared-*'],
  'backend-http': [
    'backend-operations',
    'backend-keys',
    'backend-areas',
    'backend-audit',
    'backend-basemap',
    'backend-facilities',
    'backend-kpi',
    'backend-positions',
    'backend-access',
    'backend-metrics',
    'backend-border',
    'backend-base',
    'shared-*',
  ],
  // Importers load history in bulk; what arrives live goes through the HTTP intake.
  'backend-intake': [
    'backend-operations',
    'backend-areas',
    'backend-facilities',
    'backend-store',
    'backend-base',
    'shared-*',
  ],
  'backend-kpi': ['backend-store', 'backend-base', 'shared-*'],
  'backend-operations': [
    'backend-access',
    'backend-keys',
    'backend-areas',
    'backend-audit',
    'backend-facilities',
    'backend-personal-data',
    'backend-store',
    'backend-base',
    'shared-*',
  ],
  'backend-personal-data': ['backend-keys', 'backend-base', 'shared-*'],
  'backend-positions': ['backend-store', 'backend-base', 'shared-*'],
  'backend-retention': ['backend-store', 'backend-base', 'shared-*'],
  // The demo city goes through the intake like any other source: it never sees the store.
  'backend-simulator': ['backend-intake', 'backend-base', 'shared-*'],
  'backend-store': ['backend-base', 'shared-*'],
  'backend-stream': [
    'backend-store',
    'backend-positions',
    'backend-access',
    'backend-border',
    'backend-base',
    'shared-*',
  ],

  // Main starts the backend by path and never imports it.
  main: ['shared-*'],
  preload: ['shared-ipc'],

  'renderer-base': ['renderer-*', 'shared-*'],
  'renderer-app': ['renderer-*', 'shared-*'],
  // Features never import each other: an import inside one feature is not checked, any other is.
  'renderer-features': [
    'renderer-hooks',
    'renderer-live',
    'renderer-map',
    'renderer-ui',
    'renderer-theme',
    'renderer-i18n',
    'shared-*',
  ],
  // Where the plain live/ meets React.
  'renderer-hooks': ['renderer-live', 'renderer-i18n', 'shared-*'],
  'renderer-map': ['renderer-live', 'renderer-ui', 'renderer-theme', 'renderer-i18n', 'shared-*'],
  'renderer-live': ['shared-*'],
  'renderer-ui': ['renderer-theme', 'renderer-i18n', 'shared-*'],
  'renderer-theme': ['shared-*'],
  'renderer-i18n': ['shared-*'],
};

const BACKEND_FOLDERS = [
  'access',
  'areas',
  'audit',
  'backup',
  'basemap',
  'border',
  'cli',
  'facilities',
  'health',
  'http',
  'intake',
  'keys',
  'kpi',
  'metrics',
  'operations',
  'personal-data',
  'positions',
  'retention',
  'simulator',
  'store',
  'stream',
];
const RENDERER_FOLDERS = ['app', 'hooks', 'i18n', 'live', 'map', 'theme', 'ui'];

const elements = [
  ...['domain', 'protocol', 'ipc'].map((name) => folder(`shared-${name}`, `src/shared/${name}`)),
  folder('shared-base', 'src/shared'),
  ...BACKEND_FOLDERS.map((name) => folder(`backend-${name}`, `src/backend/${name}`)),
  folder('backend-base', 'src/backend'),
  folder('main', 'src/main'),
  folder('preload', 'src/preload'),
  { ...folder('renderer-features', 'src/renderer/features/*'), capture: ['feature'] },
  ...RENDERER_FOLDERS.map((name) => folder(`renderer-${name}`, `src/renderer/${name}`)),
  folder('renderer-base', 'src/renderer'),
];

// A test may reach for whatever it needs to build its world; what it tests may not.
const files = [
  { category: 'test', pattern: ['src/**/*.test.{ts,tsx}', 'src/**/testing/**'] },
  { category: 'connection', pattern: 'src/renderer/live/connection.ts' },
  { category: 'map-layer', pattern: 'src/renderer/**/*-layer.{ts,tsx}' },
  { category: 'composition', pattern: 'src/backend/{app,index}.ts' },
];

/** Packages only some modules may import; the last matching policy decides. */
const packagePolicies = [
  policy({
    from: '*',
    packages: ['drizzle-orm', '@electric-sql/pglite', 'pg'],
    message: 'Only src/backend/store talks to the database.',
  }),
  allowPackages({ element: { type: 'backend-store' } }, [
    'drizzle-orm',
    '@electric-sql/pglite',
    'pg',
  ]),
  policy({
    from: '*',
    packages: ['socket.io-client'],
    message: 'Only live/connection.ts opens the socket.',
  }),
  allowPackages({ file: { categories: 'connection' } }, ['socket.io-client']),
  policy({
    from: '*',
    packages: ['maplibre-gl'],
    message: 'Only renderer/map and *-layer.ts know MapLibre.',
  }),
  allowPackages({ element: { type: 'renderer-map' } }, ['maplibre-gl']),
  allowPackages({ file: { categories: 'map-layer' } }, ['maplibre-gl']),
  policy({ from: '*', packages: ['recharts'], message: 'Only renderer/ui knows Recharts.' }),
  allowPackages({ element: { type: 'renderer-ui' } }, ['recharts']),
  policy({ from: '*', packages: ['electron'], message: 'Only main and preload run in Electron.' }),
  allowPackages({ element: { type: ['main', 'preload'] } }, ['electron']),
  policy({
    from: 'renderer-live',
    packages: ['react', 'react-dom', '@mantine/*'],
    message: 'live/ is plain TypeScript: it never imports React.',
  }),
  {
    from: { element: { type: ['shared-*', 'renderer-*', 'preload'] } },
    disallow: { to: { module: { origin: 'core' } } },
    message: 'This code also runs where there is no Node.',
  },
  {
    from: { element: { type: 'shared-*' } },
    disallow: { to: { module: { origin: 'external', source: '!(zod|geojson)' } } },
    message: 'src/shared is plain TypeScript and zod.',
  },
];

/** ESLint configuration of the import table. */
export const boundariesConfig = {
  files: ['src/**/*.{ts,tsx}'],
  plugins: { boundaries },
  settings: {
    'boundaries/elements': elements,
    'boundaries/files': files,
    'import/resolver': {
      typescript: { project: ['src/*/tsconfig.json'], noWarnOnMultipleProjects: true },
    },
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkAllOrigins: true,
        message: 'The import table in ARCHITECTURE.md does not let this module import that one.',
        policies: [
          { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ...Object.entries(MAY_IMPORT).map(([from, to]) => ({
            from: { element: { type: from } },
            allow: { to: { element: { type: to } } },
          })),
          {
            disallow: { to: { file: { categories: 'composition' } } },
            message: 'app.ts and index.ts put the backend together; only a command imports them.',
          },
          {
            from: { element: { type: ['backend-base', 'backend-cli'] } },
            allow: { to: { file: { categories: 'composition' } } },
          },
          ...packagePolicies,
          {
            from: { file: { categories: 'test' } },
            allow: { to: [{ element: { type: '*' } }, { module: { origin: '*' } }] },
          },
        ],
      },
    ],
  },
};

/**
 * @param {string} type
 * @param {string} pattern
 */
function folder(type, pattern) {
  return { type, pattern, partialMatch: false };
}

/** @param {{ from: string, packages: string[], message: string }} options */
function policy({ from, packages, message }) {
  return {
    from: { element: { type: from } },
    disallow: { to: { module: { origin: 'external', source: packages } } },
    message,
  };
}

/**
 * @param {object} from
 * @param {string[]} packages
 */
function allowPackages(from, packages) {
  return { from, allow: { to: { module: { origin: 'external', source: packages } } } };
}
