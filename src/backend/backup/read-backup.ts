import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

import type { z } from 'zod';

import { StartError } from '../start-error';
import type { CopySource } from '../store/fill-tables';
import { type BackupHead, backupHeadSchema, endLineSchema, tableLineSchema } from './backup-format';

const PORTION = 1_000;

export interface Backup extends CopySource {
  head: BackupHead;
}

/**
 * Open a backup: its head at once, its rows as they are asked for, which is possible once.
 * @throws StartError where it is no backup, or of a format that is not known here; while its rows are read: where
 *   it is damaged or its end is missing
 */
export async function readBackup(file: string): Promise<Backup> {
  const lines = linesOf(file);
  const first = await lines.next();
  const head = parseHead(file, first.done === true ? '' : first.value);
  return { head, portions: () => portionsOf(file, lines) };
}

async function* linesOf(file: string): AsyncGenerator<string, void> {
  const bytes = createReadStream(file);
  const text = bytes.pipe(createGunzip());
  bytes.on('error', (error) => text.destroy(error));
  try {
    yield* createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
    // The lines end quietly where their source fails.
    if (text.errored) throw text.errored;
  } catch (cause) {
    const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new StartError(
      isAbsent ? `There is no file ${file}.` : `${file} is not a backup, or it is damaged.`,
      { cause },
    );
  } finally {
    bytes.destroy();
  }
}

function parseHead(file: string, line: string): BackupHead {
  const head = backupHeadSchema.safeParse(parseJson(line));
  if (!head.success)
    throw new StartError(`${file} is not a backup of this software, or of a newer one.`);
  return head.data;
}

async function* portionsOf(
  file: string,
  lines: AsyncIterable<string>,
): AsyncGenerator<{ table: string; rows: string[] }> {
  const counted: Record<string, number> = {};
  let table = '';
  let rows: string[] = [];
  let promised: z.infer<typeof endLineSchema>[1] | null = null;
  const take = () => {
    const portion = { table, rows };
    rows = [];
    return portion;
  };
  for await (const line of lines) {
    if (line.startsWith('{')) {
      counted[table] = (counted[table] ?? 0) + 1;
      rows.push(line);
      if (rows.length >= PORTION) yield take();
      continue;
    }
    if (rows.length > 0) yield take();
    const mark = parseJson(line);
    const next = tableLineSchema.safeParse(mark);
    const end = endLineSchema.safeParse(mark);
    if (next.success) table = next.data[1];
    else if (end.success) promised = end.data[1];
    else throw damaged(file);
  }
  if (rows.length > 0 || promised === null) throw damaged(file);
  const names = new Set([...Object.keys(counted), ...Object.keys(promised)]);
  for (const name of names) if (counted[name] !== promised[name]) throw damaged(file);
}

const damaged = (file: string) =>
  new StartError(`${file} is damaged or not whole. Nothing was restored; take another backup.`);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
