import { hash, verify } from '@node-rs/argon2';

import { AppError } from '../errors';

/** Argon2id with 19 MiB and two passes: the OWASP Password Storage Cheat Sheet's first recommendation. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** 19 MiB each; further ones would wait for the machine's cores anyway. */
const MAX_AT_ONCE = 16;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** @param passwordHash null: there is no such account; it takes as long to say so */
  isRight(password: string, passwordHash: string | null): Promise<boolean>;
}

/** Hashing runs on the library's threads, never on the event loop. @throws AppError unavailable when too many come at once */
export function createPasswords(): Passwords {
  let atWork = 0;
  const unknownHash = hash('nobody has this account', PARAMETERS);

  async function bounded<T>(work: () => Promise<T>): Promise<T> {
    if (atWork >= MAX_AT_ONCE)
      throw new AppError('unavailable', 'Too many sign in at this moment. Try again in a second.', {
        retryAfterSeconds: 1,
      });
    atWork += 1;
    try {
      return await work();
    } finally {
      atWork -= 1;
    }
  }

  return {
    hash: (password) => bounded(() => hash(normal(password), PARAMETERS)),
    isRight: (password, passwordHash) =>
      bounded(async () => {
        const isRight = await verify(passwordHash ?? (await unknownHash), normal(password));
        return isRight && passwordHash !== null;
      }),
  };
}

/** The same signs typed on another keyboard or system are the same password (NIST SP 800-63B, 5.1.1.2). */
const normal = (password: string): string => password.normalize('NFKC');
