import { z } from 'zod';

/**
 * A backup is gzip-compressed text, a JSON value a line: first what it is; then for each portion of a table an
 * array `["table", NAME]` and its rows as objects; at the end how many rows of which table, without which it is
 * not whole.
 */
export const FORMAT = 'cilegon-command-center-backup';
export const FORMAT_VERSION = 1;

export const backupHeadSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  createdAt: z.iso.datetime(),
  /** Of the software. */
  serverVersion: z.string(),
  /** Those the database had: its schema. */
  migrations: z.array(z.string()).min(1),
  streamId: z.string(),
  seq: z.number().int().nonnegative(),
});
export type BackupHead = z.infer<typeof backupHeadSchema>;

export const tableLineSchema = z.tuple([z.literal('table'), z.string()]);
export const endLineSchema = z.tuple([
  z.literal('end'),
  z.record(z.string(), z.number().int().positive()),
]);
