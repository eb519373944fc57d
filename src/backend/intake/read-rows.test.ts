import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { openRows, type ReadRow } from './read-rows';
import { collect } from './testing/collect';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cc-rows-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

async function readText(text: string): Promise<ReadRow[]> {
  const path = join(directory, 'log.csv');
  writeFileSync(path, text);
  return collect((await openRows(path, { delimiter: 'auto', encoding: 'utf8' })).rows);
}

const lineOf = (row: ReadRow): number => (row.ok ? row.row.line : row.line);

it.each([
  ['\n', 'LF'],
  ['\r\n', 'CRLF'],
])('names the line on which each record begins (%j, %s)', async (end) => {
  const lines = ['a,b', '1,2', '"3', 'and more",4', '', '', '5,6', '7', '8,9', ''];
  const rows = await readText(lines.join(end));
  expect(rows.map(lineOf)).toEqual([2, 3, 7, 8, 9]);
  expect(rows.map(({ ok }) => ok)).toEqual([true, true, true, false, true]);
});
