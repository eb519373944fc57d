import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';

import { parse } from 'csv-parse';

import { UsageError } from './usage-error';

export interface Row {
  /** Line of the file on which the record begins, from 1. */
  line: number;
  cells: ReadonlyMap<string, string>;
}
export type ReadRow = { ok: true; row: Row } | { ok: false; line: number; reason: string };

export interface RowSource {
  columns: readonly string[];
  totalBytes: number;
  /** Bytes taken from the disk so far. */
  readBytes: () => number;
  rows: AsyncIterable<ReadRow>;
}

/** Longer records are a quote that was never closed. */
const MAX_RECORD_BYTES = 64 * 1024;

/**
 * Open a CSV file with a header line; only the piece being parsed is in memory. A byte order mark,
 * CRLF and quoted line breaks are understood. A record with too many or too few cells is reported
 * in its place and the next one is read.
 * @throws UsageError where the file cannot be read or has no header
 */
export async function openRows(
  path: string,
  options: { delimiter: string; encoding: 'utf8' | 'latin1' },
): Promise<RowSource> {
  const header = await readHeader(path, options.encoding);
  const delimiter = options.delimiter === 'auto' ? guessDelimiter(header) : options.delimiter;
  const columns = await parseHeader(header, delimiter);
  if (columns.length === 0)
    throw new UsageError(`${path}: the file is empty; its first line must name the columns`);
  const file = createReadStream(path, { encoding: options.encoding });
  return {
    columns,
    totalBytes: (await stat(path)).size,
    readBytes: () => file.bytesRead,
    rows: parseRows(file, delimiter, columns),
  };
}

async function readHeader(path: string, encoding: BufferEncoding): Promise<string> {
  const file = await open(path).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path}: cannot be read: ${why}`);
  });
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(MAX_RECORD_BYTES),
      0,
      MAX_RECORD_BYTES,
      0,
    );
    const text = buffer.toString(encoding, 0, bytesRead).replace(/^\uFEFF/, '');
    return text.split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    throw new UsageError(
      `${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await file.close();
  }
}

/** The separator that the header line has most of. */
export function guessDelimiter(header: string): string {
  const outside = header.replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t', '|'].map((sign) => ({
    sign,
    count: outside.split(sign).length,
  }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

async function parseHeader(header: string, delimiter: string): Promise<string[]> {
  const parser = parse(header, { delimiter, trim: true, relax_quotes: true });
  for await (const record of parser) return record as string[]; // csv-parse without `columns` gives arrays of texts
  return [];
}

/** What csv-parse gives with `info` and `raw`. */
interface ParsedRecord {
  record: string[];
  raw: string;
  info: { empty_lines: number };
}

/** Within the record: its raw text may also hold the break that ends it and empty lines before it. */
const lineBreaksIn = (raw: string): number => raw.trim().split('\n').length - 1;

async function* parseRows(
  file: ReturnType<typeof createReadStream>,
  delimiter: string,
  columns: readonly string[],
): AsyncGenerator<ReadRow> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    raw: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_BYTES,
  });
  file.on('error', (error) => parser.destroy(error));
  file.pipe(parser);
  let line = 1;
  let emptyLines = 0;
  let isHeader = true;
  try {
    for await (const item of parser) {
      const { record, raw, info } = item as ParsedRecord;
      // Its own count of lines takes a quoted CRLF for two.
      const start = line + info.empty_lines - emptyLines;
      emptyLines = info.empty_lines;
      line = start + 1 + lineBreaksIn(raw);
      if (!isHeader) yield toRow(record, start, columns);
      isHeader = false;
    }
  } catch (error) {
    // Most often a quote that is never closed. Where the next record begins cannot be known then.
    const why = error instanceof Error ? error.message : String(error);
    yield { ok: false, line, reason: `nothing can be read from here on: ${why}` };
  }
}

function toRow(record: readonly string[], line: number, columns: readonly string[]): ReadRow {
  if (record.length !== columns.length) {
    return {
      ok: false,
      line,
      reason: `${String(record.length)} cells where the header has ${String(columns.length)}`,
    };
  }
  return {
    ok: true,
    row: { line, cells: new Map(columns.map((name, i) => [name, record[i] ?? ''])) },
  };
}
