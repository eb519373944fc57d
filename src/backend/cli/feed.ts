import { cityPackSchema } from '@shared/domain/city-pack';

import { readAccessTokens } from '../access/access-tokens';
import { createAreasInForce } from '../areas/areas-in-force';
import { loadCityPack } from '../city-pack/load-city-pack';
import { systemClock } from '../clock';
import { feedLog } from '../intake/feed-log';
import { missingColumns } from '../intake/import-calls';
import { loadImportProfile } from '../intake/import-profile';
import { createIntakeClient } from '../intake/intake-client';
import { createPlaceFinder } from '../intake/place-finder';
import { openRows } from '../intake/read-rows';
import { pause } from '../intake/send-with-retry';
import { UsageError } from '../intake/usage-error';
import { findAppRoot } from '../resources-root';
import { describeRunning } from '../store/data-directory';
import { readOptions } from './options';
import { readCommandConfig } from './read-command-config';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run feed -- FILE.csv --profile PROFILE.json [--speed N] [--gap S] [--limit K] [--data-dir DIR | --url URL --token TOKEN] [--city DIR]

  Plays a past log as if it were happening now, through the HTTP intake of a running dashboard.
  --speed     seconds of the log per second (default 600)
  --gap       longest silence between two calls, in seconds as played (default 10); each incident keeps
              its own durations, up to three days of the log
  --limit     only the first K incidents of the file
  --data-dir  of the running dashboard (default: the same as npm start)
  --url       of a dashboard elsewhere, with its --token

  Ctrl-C ends it after the step under way and says what stays open.`;

/** What a shell expects of a command that Ctrl-C ended. */
const EXIT_INTERRUPTED = 130;

/** `npm run feed`: the last line on standard output is the report, as JSON. */
async function main(args: readonly string[]): Promise<void> {
  const { words, options } = readOptions(args, {
    profile: 'text',
    speed: 'text',
    gap: 'text',
    limit: 'text',
    url: 'text',
    token: 'text',
    'data-dir': 'text',
    city: 'text',
    help: 'flag',
  });
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const [file, ...rest] = words;
  if (file === undefined || rest.length > 0) throw new UsageError(USAGE);
  if (options.profile === undefined) throw new UsageError(`--profile is missing\n\n${USAGE}`);
  const speed = positive('speed', options.speed ?? '600');
  const longestGapMs = positive('gap', options.gap ?? '10') * 1000;
  const limit =
    options.limit === undefined ? Number.POSITIVE_INFINITY : positive('limit', options.limit);

  const config = readCommandConfig(options, findAppRoot(import.meta.url));
  const city = await loadCityPack(config.cityDir);
  const profile = await loadImportProfile(options.profile, city);
  const rows = await openRows(file, profile);
  const missing = missingColumns(profile, rows.columns);
  if (missing.length > 0)
    throw new UsageError(
      `${file} has no column ${missing.map((name) => `"${name}"`).join(', ')}. Its columns: ${rows.columns.join(', ')}`,
    );
  const target = await findTarget(options, config.dataDir);
  const client = createIntakeClient(target);
  // The dashboard knows whether official boundaries are in force.
  const areas = createAreasInForce(await client.get('/city', cityPackSchema), null);

  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const report = await feedLog({
    rows,
    profile,
    city,
    speed,
    longestGapMs,
    limit,
    places: createPlaceFinder(city, areas),
    client,
    clock: systemClock,
    sleep: pause,
    signal: abort.signal,
    say: (text) => process.stderr.write(`${text}\n`),
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (abort.signal.aborted) process.exitCode = EXIT_INTERRUPTED;
}

async function findTarget(
  { url, token }: { url?: string; token?: string },
  dataDir: string,
): Promise<{ url: string; token: string }> {
  if (url !== undefined) {
    if (!URL.canParse(url))
      throw new UsageError(`--url ${url} is no address. Give one like http://127.0.0.1:1120`);
    if (token === undefined) throw new UsageError('--url wants a --token');
    return { url, token };
  }
  const running = await describeRunning(dataDir);
  if (running === null) {
    throw new UsageError(
      `No dashboard runs on ${dataDir}. Start one with npm start (or npm run serve), or name another with --data-dir or --url.`,
    );
  }
  if (running.url === null)
    throw new UsageError(
      `The dashboard on ${dataDir} (process ${String(running.pid)}) is still starting. Try again in a moment.`,
    );
  return { url: running.url, token: token ?? readAccessTokens(dataDir).integration };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0)
    throw new UsageError(`--${name} ${text} is not a number above 0`);
  return value;
}

await runCommand(() => main(process.argv.slice(2)));
