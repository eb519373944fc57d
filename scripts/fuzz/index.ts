import { parseArgs } from 'node:util';

import { fuzz } from './fuzz';
import { isClean } from './tally';

const USAGE = 'npm run fuzz -- [--cases N] [--seed S] [--only INDEX]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '112' },
      only: { type: 'string' },
    },
  });
  const only = values.only === undefined ? null : wholeNumber('only', values.only);
  const tally = await fuzz({
    cases: only === null ? wholeNumber('cases', values.cases) : only + 1,
    seed: wholeNumber('seed', values.seed),
    only,
    print: (text) => process.stdout.write(`${text}\n`),
  });
  process.stdout.write(`${JSON.stringify(tally)}\n`);
  if (!isClean(tally)) process.exitCode = 1;
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} ${text} is not a whole number. ${USAGE}`);
  return Number(text);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
