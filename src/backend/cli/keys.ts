import { API_KEY_SCOPES, type CreateApiKey, createApiKeySchema } from '@shared/protocol/api-keys';

import { systemClock } from '../clock';
import { UsageError } from '../intake/usage-error';
import { findAppRoot } from '../resources-root';
import { type AccountService, openAccountService } from './account-service';
import { readOptions } from './options';
import { readCommandConfig } from './read-command-config';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run keys -- list
       npm run keys -- create --name "NAME" --source SOURCE --scopes SCOPE,SCOPE
       npm run keys -- revoke ID

  A key lets another system in: it brings records of its source alone, and does what its scopes say:
    ${API_KEY_SCOPES.join('\n    ')}
  The key is printed once, alone on standard output; only its hash is kept. Revoking takes at most two seconds.

  --data-dir DIR  where the dashboard keeps its data; works beside a running one too`;

/** `npm run keys`: API keys of other systems. */
async function main(args: readonly string[]): Promise<void> {
  const { words, options } = readOptions(args, {
    'data-dir': 'text',
    name: 'text',
    source: 'text',
    scopes: 'text',
    help: 'flag',
  });
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const work = workOf(words, options);
  const appRoot = findAppRoot(import.meta.url);
  const config = readCommandConfig(options, appRoot);
  const service = await openAccountService({ config, appRoot, clock: systemClock });
  try {
    await work(service);
  } finally {
    await service.close();
  }
}

/** @throws UsageError */
function workOf(
  words: readonly string[],
  options: { name?: string; source?: string; scopes?: string },
): (service: AccountService) => Promise<void> {
  const [verb, id] = words;
  if (verb === 'list' && words.length === 1) return list;
  if (verb === 'create' && words.length === 1) {
    const command = commandOf(options);
    return (service) => create(service, command);
  }
  if (verb === 'revoke' && id !== undefined && words.length === 2)
    return (service) => service.revokeApiKey(id);
  throw new UsageError(USAGE);
}

function commandOf({
  name,
  source,
  scopes,
}: {
  name?: string;
  source?: string;
  scopes?: string;
}): CreateApiKey {
  const list = scopes?.split(',').map((scope) => scope.trim());
  const parsed = createApiKeySchema.safeParse({ name, source, scopes: list });
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `--name, --source and --scopes are needed, and scopes are: ${API_KEY_SCOPES.join(', ')}`,
  );
}

async function create(service: AccountService, command: CreateApiKey): Promise<void> {
  const { id, key } = await service.createApiKey(command);
  process.stderr.write(`Kunci ${id}: simpan sekarang / keep it now, it is not shown again.\n`);
  process.stdout.write(`${key}\n`);
}

async function list(service: AccountService): Promise<void> {
  for (const { id, name, source, scopes, lastUsedAt } of await service.listApiKeys())
    process.stdout.write(
      `${id}  ${name.padEnd(24)}${source.padEnd(20)}${scopes.join(',')}  ${lastUsedAt ?? '-'}\n`,
    );
}

await runCommand(() => main(process.argv.slice(2)));
