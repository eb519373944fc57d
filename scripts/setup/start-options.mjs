import { parseArgs } from 'node:util';

/**
 * One option of `npm start`: the environment variable that carries it to main and backend, and its help.
 * @typedef {{ variable: string, value: string, help: string }} ValueOption
 */

/** @type {Record<string, ValueOption>} */
const VALUE_OPTIONS = {
  port: {
    variable: 'CC_PORT',
    value: 'N',
    help: 'port of the backend (1120; a taken one: the next free one)',
  },
  host: {
    variable: 'CC_HOST',
    value: 'ADDRESS',
    help: 'address the backend listens on (127.0.0.1)',
  },
  city: { variable: 'CC_CITY', value: 'DIR', help: 'city pack to load (resources/cities/cilegon)' },
  'data-dir': {
    variable: 'CC_DATA_DIR',
    value: 'DIR',
    help: "where the database and settings are kept (the user's data folder)",
  },
  profile: {
    variable: 'CC_PROFILE',
    value: 'demo|empty',
    help: 'demo: a simulated city; empty: nothing but the city pack',
  },
  rate: {
    variable: 'CC_RATE',
    value: 'N',
    help: 'how many times faster than life the simulated city runs (1)',
  },
};

/** Workspace as a user calls it → as main and backend do. */
const WORKSPACES = /** @type {Record<string, string>} */ ({
  operasi: 'operations',
  dinding: 'wall',
  kpi: 'kpi',
});

const WORKSPACE_HELP = 'workspace to open: operasi, dinding or kpi (the last one)';
const WALL_HELP = 'wall windows on all displays, on some (1,3), with scenes (1=status-unit,2)';

/** Not an option: everybody on a machine can read what programs were started with. */
const DATABASE_HELP =
  'DATABASE_URL=postgres://USER:PASSWORD@HOST/NAME in the environment: a PostgreSQL server instead of the\nembedded database';

const FLAGS = {
  serve: 'serve to a browser and open no window',
  help: 'show this help',
};

/**
 * @typedef {{ kind: 'start', serveOnly: boolean, environment: Record<string, string> }
 *   | { kind: 'help', text: string }
 *   | { kind: 'wrong', message: string }} StartRequest
 */

/**
 * What `npm start -- …` asks for. The values themselves are checked by the backend's configuration.
 * @param {readonly string[]} args
 * @returns {StartRequest}
 */
export function parseStartOptions(args) {
  const { values, wrong } = readArguments(withWallValue(args));
  if (wrong) return { kind: 'wrong', message: `${wrong}\n\n${helpText()}` };
  if (values['help'] === true) return { kind: 'help', text: helpText() };
  /** @type {Record<string, string>} */
  const environment = {};
  for (const [name, option] of Object.entries(VALUE_OPTIONS)) {
    const value = values[name];
    if (typeof value === 'string') environment[option.variable] = value;
  }
  const workspace = WORKSPACES[String(values['workspace'])];
  if (workspace !== undefined) environment['CC_WORKSPACE'] = workspace;
  if (typeof values['wall'] === 'string') environment['CC_WALL'] = values['wall'];
  return { kind: 'start', serveOnly: values['serve'] === true, environment };
}

/**
 * `--wall` stands alone or before the displays, which the parser of options does not know: alone it means all.
 * @param {readonly string[]} args
 */
function withWallValue(args) {
  return args.flatMap((arg, index) => {
    const next = args[index + 1];
    const isValueOfWall = args[index - 1] === '--wall' && !arg.startsWith('-');
    if (isValueOfWall) return [];
    if (arg !== '--wall') return [arg];
    return [next === undefined || next.startsWith('-') ? '--wall=all' : `--wall=${next}`];
  });
}

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {Record<string, { type: 'string' | 'boolean' }>} */
  const options = {};
  for (const name of [...Object.keys(VALUE_OPTIONS), 'workspace', 'wall']) {
    options[name] = { type: 'string' };
  }
  for (const name of Object.keys(FLAGS)) options[name] = { type: 'boolean' };
  try {
    const { values } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: false,
    });
    const profile = values['profile'];
    if (profile !== undefined && profile !== 'demo' && profile !== 'empty') {
      return { values, wrong: `--profile ${String(profile)} is not known: demo or empty` };
    }
    const workspace = values['workspace'];
    if (typeof workspace === 'string' && WORKSPACES[workspace] === undefined) {
      const names = Object.keys(WORKSPACES).join(', ');
      return { values, wrong: `--workspace ${workspace} is not known: ${names}` };
    }
    return { values };
  } catch (error) {
    return { values: {}, wrong: reasonOf(error, args) };
  }
}

/**
 * @param {unknown} error
 * @param {readonly string[]} args
 */
function reasonOf(error, args) {
  const known = new Set([
    ...Object.keys(VALUE_OPTIONS),
    'workspace',
    'wall',
    ...Object.keys(FLAGS),
  ]);
  const unknown = args.find(
    (arg) => arg.startsWith('-') && !known.has(arg.replace(/^--/, '').replace(/=.*$/s, '')),
  );
  if (unknown) return `${unknown} is not an option of npm start`;
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}

function helpText() {
  const valueLines = Object.entries(VALUE_OPTIONS).map(([name, { value, help }]) => [
    `--${name} ${value}`,
    help,
  ]);
  const placeLines = [
    ['--workspace NAME', WORKSPACE_HELP],
    ['--wall [DISPLAYS]', WALL_HELP],
  ];
  const flagLines = Object.entries(FLAGS).map(([name, help]) => [`--${name}`, help]);
  const lines = [...valueLines, ...placeLines, ...flagLines].map(
    ([left = '', right = '']) => `  ${left.padEnd(22)} ${right}`,
  );
  return ['npm start -- [options]', '', ...lines, '', DATABASE_HELP].join('\n');
}
