import { createHash, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { instantSchema } from '@shared/domain/time';
import { z } from 'zod';

import type { Clock } from '../clock';
import { StartError } from '../start-error';
import type { Keys } from './keys';

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

const idSchema = z.string().regex(/^[\w-]{1,32}$/);
/** 256 random bits in base64url. */
const keySchema = z
  .string()
  .regex(/^[\w-]{43}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')));
const dataKeySchema = z.strictObject({ id: idSchema, key: keySchema, createdAt: instantSchema });
const keysFileSchema = z.strictObject({
  version: z.literal(1),
  signing: z.strictObject({ id: idSchema, key: keySchema }),
  data: z.tuple([dataKeySchema], dataKeySchema),
});

export function hasKeysFile(file: string): boolean {
  return existsSync(file);
}

/** @throws StartError when it is not there or cannot be understood; the message never repeats what is in it */
export function readKeysFile(file: string): Keys {
  try {
    const { signing, data } = keysFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { signing, data, fingerprint: fingerprintOf(signing) };
  } catch (cause) {
    throw new StartError(
      `The keys in ${file} cannot be read (${reasonOf(cause)}). Put the file back from a backup: what was sealed with its keys cannot be opened without it.`,
    );
  }
}

/** Make new keys, readable by their owner alone. Where another process made the file meanwhile, its keys hold. */
export function createKeysFile(file: string, clock: Clock): Keys {
  const content = {
    version: 1,
    signing: newKey(),
    data: [{ ...newKey(), createdAt: clock.now() }],
  };
  const own = writeBeside(file, content);
  try {
    // A link is made whole or not at all, and never over a file that is there.
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  return readKeysFile(file);
}

/** Add a data key, which seals from now on; the ones before stay, to open what they sealed. */
export function addDataKey(file: string, clock: Clock): Keys {
  const content = z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const data = [...content.data, { ...newKey(), createdAt: clock.now() }];
  renameSync(writeBeside(file, { ...content, data }), file);
  return readKeysFile(file);
}

function writeBeside(file: string, content: object): string {
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(own, `${JSON.stringify(content, null, 2)}\n`, { mode: OWNER_ONLY, flag: 'wx' });
  return own;
}

function newKey(): { id: string; key: string } {
  return {
    id: randomBytes(6).toString('hex'),
    key: randomBytes(KEY_BYTES).toString('base64url'),
  };
}

/** Of the signing key, which stays what it is for as long as the installation lives; data keys come and go. */
function fingerprintOf({ id, key }: Keys['signing']): string {
  return createHash('sha256')
    .update('keys 1')
    .update(id)
    .update(key)
    .digest('base64url')
    .slice(0, 22);
}

function reasonOf(cause: unknown): string {
  if (cause instanceof z.ZodError)
    return cause.issues.map(({ path }) => path.map(String).join('.')).join(', ');
  if (cause instanceof SyntaxError) return 'not JSON';
  return (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
}
