import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import type { DataKey, Keys } from '../keys/keys';

/** Seals texts that are for few eyes. What they belong to is bound in: moved to another row, a text does not open. */
export interface Sealer {
  /** @param subject what the text belongs to, e.g. `incident:<id>` @returns `<key id>.<nonce>.<ciphertext and tag>` */
  seal(subject: string, text: string): string;
  /** @throws SealError where it was changed, belongs elsewhere, or its key is not here */
  open(subject: string, sealed: string): string;
  /** Of the key that seals now. */
  keyId(): string;
}

/** A sealed text that does not open. Says nothing of what is in it. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

const ALGORITHM = 'aes-256-gcm';
/** 96 bits, drawn at random: far fewer than 2³² texts are ever sealed with one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param keys asked anew each time, so that a rotation needs no restart */
export function createSealer(keys: () => Keys): Sealer {
  return {
    seal(subject, text) {
      const { id, key } = newestOf(keys());
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(boundTo(id, subject));
      const sealed = [cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return [id, toText(nonce), toText(Buffer.concat(sealed))].join('.');
    },
    open(subject, sealed) {
      const [id = '', nonce = '', content = '', ...more] = sealed.split('.');
      const key = keys().data.find((candidate) => candidate.id === id)?.key;
      if (key === undefined)
        throw new SealError(`The key ${id} that sealed ${subject} is not here.`);
      const bytes = Buffer.from(content, 'base64url');
      if (more.length > 0 || bytes.length < TAG_BYTES) throw broken(subject);
      try {
        const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(nonce, 'base64url'), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(boundTo(id, subject)).setAuthTag(bytes.subarray(-TAG_BYTES));
        const text = [decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()];
        return Buffer.concat(text).toString('utf8');
      } catch {
        throw broken(subject);
      }
    },
    keyId: () => newestOf(keys()).id,
  };
}

/** Which key sealed a text. */
export const keyIdOf = (sealed: string): string => sealed.slice(0, sealed.indexOf('.'));

const broken = (subject: string) =>
  new SealError(`What was sealed for ${subject} was changed, or belongs elsewhere.`);

const newestOf = ({ data: [first, ...others] }: Keys): DataKey => others.at(-1) ?? first;
const boundTo = (keyId: string, subject: string) => Buffer.from(`${keyId}\n${subject}`, 'utf8');
const toText = (bytes: Buffer) => bytes.toString('base64url');
