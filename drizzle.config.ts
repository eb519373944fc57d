import { defineConfig } from 'drizzle-kit';

// `npx drizzle-kit generate --name <what-changes>` writes the next migration from the schema;
// `npx tsx scripts/embed-migrations.ts` then embeds it (see src/backend/store/migrate.ts).
export default defineConfig({
  // Columns are snake_case in SQL and camelCase in code; open-store.ts says the same.
  casing: 'snake_case',
  dialect: 'postgresql',
  schema: './src/backend/store/schema',
  out: './src/backend/store/migrations',
});
