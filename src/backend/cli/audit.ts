import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';

import { assertNever } from '@shared/assert';
import type { AuditVerdict } from '@shared/protocol/audit';

import { systemClock } from '../clock';
import { UsageError } from '../intake/usage-error';
import { findAppRoot } from '../resources-root';
import { type AuditService, openAuditService } from './audit-service';
import { readOptions } from './options';
import { readCommandConfig } from './read-command-config';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run audit -- verify [--data-dir DIR]
       npm run audit -- export FILE.csv [--data-dir DIR]

  verify  walks the audit trail from its beginning and names the first entry that was changed, removed or
          inserted. Keep the number and the hash it prints elsewhere: an entry whose hash is no longer the
          same tells that the trail was made anew. Exit code 0: sound; 1: not; 2: called wrongly.
  export  writes the trail as a table for a spreadsheet; an existing file is not overwritten

  Works beside a running dashboard too.`;

const EXIT_UNSOUND = 1;
const OWNER_ONLY = 0o600;

/** `npm run audit`: the last line on standard output is the report, as JSON. */
async function main(args: readonly string[]): Promise<void> {
  const { words, options } = readOptions(args, { 'data-dir': 'text', help: 'flag' });
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const [verb, file] = words;
  if (verb === 'verify' && words.length === 1) return withService(options, verify);
  if (verb === 'export' && file !== undefined && words.length === 2)
    return withService(options, (service) => exportTo(service, resolve(file)));
  throw new UsageError(USAGE);
}

async function withService(
  options: { 'data-dir'?: string },
  work: (service: AuditService) => Promise<void>,
): Promise<void> {
  const appRoot = findAppRoot(import.meta.url);
  const { dataDir, databaseUrl } = readCommandConfig(options, appRoot);
  const service = await openAuditService({ dataDir, databaseUrl, appRoot, clock: systemClock });
  try {
    await work(service);
  } finally {
    await service.close();
  }
}

async function verify(service: AuditService): Promise<void> {
  const verdict = await service.verify();
  if (!verdict.ok) {
    process.stderr.write(`${describe(verdict)}\n`);
    process.exitCode = EXIT_UNSOUND;
  }
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
}

function describe({ firstBad, problem, entries }: Extract<AuditVerdict, { ok: false }>): string {
  const after = `${entries} before it agree with what was recorded; from there on nothing is certain.`;
  switch (problem) {
    case 'changed':
      return `Entry ${firstBad} is not the one that was recorded. ${after}`;
    case 'removed':
      return `Entry ${firstBad} was removed. ${after}`;
    case 'inserted':
      return `Entry ${firstBad} was not appended by this system. ${after}`;
    case 'head_changed':
      return `The end of the trail is not the one that was recorded: entry ${firstBad}, or the row that holds the end, was made anew. ${after}`;
    default:
      return assertNever(problem);
  }
}

async function exportTo(service: AuditService, file: string): Promise<void> {
  if (existsSync(file)) throw new UsageError(`${file} is there already. Give another name.`);
  // Who may read the trail is an admin's matter, also on this machine's disk.
  const out = await open(file, 'wx', OWNER_ONLY);
  try {
    for await (const piece of service.export()) await out.writeFile(piece);
  } finally {
    await out.close();
  }
  process.stdout.write(`${JSON.stringify({ file })}\n`);
}

await runCommand(() => main(process.argv.slice(2)));
