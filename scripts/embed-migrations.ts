import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const migrationsDir = join(
  dirname(fileURLToPath(import.meta.url)),
  '../src/backend/store/migrations',
);

/**
 * The source text of `embedded.ts`: every migration that drizzle-kit wrote, as a module. A database applies
 * them in the order of their names.
 */
export async function embedMigrations(): Promise<string> {
  const names = (await readdir(migrationsDir)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    names.map(async (name) => ({
      name: name.replace(/\.sql$/, ''),
      statements: (await readFile(join(migrationsDir, name), 'utf8'))
        .split('--> statement-breakpoint')
        .map((statement) => statement.trim()),
    })),
  );
  return [
    '// Made by `npx tsx scripts/embed-migrations.ts` from the .sql files beside it. Do not edit.',
    'export const EMBEDDED_MIGRATIONS: readonly { name: string; statements: readonly string[] }[] = ',
    `${JSON.stringify(migrations, null, 2)};\n`,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(join(migrationsDir, 'embedded.ts'), await embedMigrations());
}
