import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

import { boundariesConfig } from './eslint.boundaries.js';

const CLOCK = 'Take the time from the clock you are given (src/backend/clock.ts).';
const NO_CLOCK_NO_DICE = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance must be repeatable: take a seeded generator as an argument.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'out/',
      'dist/',
      '.cache/',
      '.data/',
      'node_modules/',
      'coverage/',
      'test-results/',
      'playwright-report/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The compiler already reports them (noUnusedLocals, noUnusedParameters).
      '@typescript-eslint/no-unused-vars': 'off',
      // `!` is allowed where its reason stands beside it; a reviewer sees that, a rule does not.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Fastify plugins and interface implementations are async by contract.
      '@typescript-eslint/require-await': 'off',
      // A number in a template has only one reading.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => close()` is how a callback without a result is written here.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  boundariesConfig,
  {
    files: ['src/shared/**/*.ts', 'src/backend/**/*.ts'],
    ignores: ['src/backend/clock.ts', 'src/backend/simulator/**', '**/*.test.ts', '**/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK_NO_DICE] },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}', 'tests/**/*.tsx'],
    ...reactHooks.configs.flat['recommended-latest'],
    rules: {
      ...reactHooks.configs.flat['recommended-latest'].rules,
      // It only tells what the React compiler would skip; this build does not use the compiler.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'src/**/testing/**'],
    rules: {
      // Replies under test are read as they come (`response.json()`); the assertion is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
