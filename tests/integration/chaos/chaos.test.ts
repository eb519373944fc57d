import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { parseOptions } from '../../../scripts/chaos/options';
import { runChaos } from '../../../scripts/chaos/run-chaos';

const directory = mkdtempSync(join(tmpdir(), 'cc-chaos-test-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

// The engine of the run, as for every other integration test; the backend from its sources.
const engine = process.env['CC_TEST_ENGINE'] ?? 'pglite';
const KINDS = [
  'kill_node',
  engine === 'postgres' ? 'kill_postgres' : 'disk_full',
  'cut_link',
  'half_open_link',
  'lost_replies',
  'clock_jump',
];

it('loses, doubles and diverges nothing through six faults', async () => {
  const said: string[] = [];
  const report = await runChaos(
    parseOptions([
      ...['--engine', engine, '--faults', '6', '--seed', '112', '--kinds', KINDS.join(',')],
      ...['--followers', '2', '--writers', '2', '--pace', '0.2', '--directory', directory],
    ]),
    {
      entry: [resolve('src/backend/cli/serve.ts'), '--import', 'tsx'],
      print: (line) => said.push(line),
    },
  );
  expect(report, said.join('\n')).toMatchObject({
    faults: 6,
    lost: 0,
    duplicated: 0,
    diverged: 0,
    notRecovered: 0,
    refused: 0,
    unanswered: 0,
    holes: 0,
  });
  expect(report.acked).toBeGreaterThan(10);
  // Two nodes from their sources on a busy machine, one of them twice.
}, 240_000);
