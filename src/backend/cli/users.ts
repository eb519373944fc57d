import { PERSON_ROLES, type PersonRole } from '@shared/domain/access-terms';
import { type User, usernameSchema } from '@shared/protocol/session';

import { systemClock } from '../clock';
import { UsageError } from '../intake/usage-error';
import { findAppRoot } from '../resources-root';
import { type AccountService, openAccountService } from './account-service';
import { type CommandLine, readOptions } from './options';
import { readCommandConfig } from './read-command-config';
import { readPassword } from './read-password';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run users -- list
       npm run users -- create USERNAME --name "NAME" --role ROLE [--agency CODE]
       npm run users -- role USERNAME ROLE [--agency CODE]
       npm run users -- password USERNAME
       npm run users -- disable USERNAME
       npm run users -- enable USERNAME

  ROLE is one of ${PERSON_ROLES.join(', ')}; an opd names its agency.
  The password is asked for, or read from standard input; it is never an argument.
  Another role or password, and disabling, end the account's sessions within two seconds.

  --data-dir DIR  where the dashboard keeps its data; works beside a running one too
  --city DIR      the city pack, for the codes of agencies`;

const OPTIONS = {
  'data-dir': 'text',
  city: 'text',
  name: 'text',
  role: 'text',
  agency: 'text',
  help: 'flag',
} as const;
type Line = CommandLine<typeof OPTIONS>;

/** `npm run users`: accounts of people. */
async function main(args: readonly string[]): Promise<void> {
  const line = readOptions(args, OPTIONS);
  if (line.options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const work = workOf(line);
  const appRoot = findAppRoot(import.meta.url);
  const config = readCommandConfig(line.options, appRoot);
  const service = await openAccountService({ config, appRoot, clock: systemClock });
  try {
    await work(service);
  } finally {
    await service.close();
  }
}

/** What is wanted, read before anything is opened. @throws UsageError */
function workOf({ words, options }: Line): (service: AccountService) => Promise<void> {
  const [verb, name, role] = words;
  const agency = options.agency === undefined ? {} : { agencyCode: options.agency };
  if (verb === 'list' && words.length === 1) return list;
  if (name === undefined) throw new UsageError(USAGE);
  const username = usernameOf(name);
  if (verb === 'role' && words.length === 3) {
    const change = { role: roleOf(role), ...agency };
    return async (service) => show(await service.changeUser(await idOf(service, username), change));
  }
  if (words.length !== 2) throw new UsageError(USAGE);
  switch (verb) {
    case 'create': {
      const account = { username, displayName: options.name ?? username, ...agency };
      const entry = { ...account, role: roleOf(options.role) };
      return async (service) =>
        show(await service.createUser({ ...entry, password: await askPassword() }));
    }
    case 'password':
      return async (service) => {
        const id = await idOf(service, username);
        show(await service.changeUser(id, { password: await askPassword() }));
      };
    case 'disable':
    case 'enable':
      return async (service) => {
        const change = { isDisabled: verb === 'disable' };
        show(await service.changeUser(await idOf(service, username), change));
      };
    default:
      throw new UsageError(USAGE);
  }
}

async function list(service: AccountService): Promise<void> {
  for (const user of await service.listUsers()) show(user);
}

function show({ username, role, agencyCode, displayName, disabledAt }: User): void {
  const bound = agencyCode === null ? role : `${role} ${agencyCode}`;
  const state = disabledAt === null ? '' : '  [disabled]';
  process.stdout.write(`${username.padEnd(24)}${bound.padEnd(24)}${displayName}${state}\n`);
}

async function idOf(service: AccountService, username: string): Promise<string> {
  const user = (await service.listUsers()).find((one) => one.username === username);
  if (user === undefined)
    throw new UsageError(`There is no account ${username}. See: npm run users -- list`);
  return user.id;
}

const askPassword = (): Promise<string> =>
  readPassword(process.stdin, (text) => void process.stderr.write(text));

function usernameOf(text: string): string {
  const parsed = usernameSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(`${text} is no user name: give 3 to 32 letters, digits, dots or dashes.`);
}

function roleOf(text: string | undefined): PersonRole {
  const role = PERSON_ROLES.find((one) => one === text);
  if (role === undefined) throw new UsageError(`--role is one of ${PERSON_ROLES.join(', ')}.`);
  return role;
}

await runCommand(() => main(process.argv.slice(2)));
