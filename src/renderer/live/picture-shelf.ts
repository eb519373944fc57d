import { createStore, del, get, set } from 'idb-keyval';
import { z } from 'zod';

import { type KeptPicture, parseKeptPicture, pictureToKeep } from './kept-picture';
import type { LiveClient } from './model';
import type { Scheduler } from './scheduler';
import { type SignedIn, signedInSchema } from './signed-in';

/** A picture, and who saw it: nobody else is shown it. */
export interface OwnedPicture {
  owner: SignedIn;
  picture: KeptPicture;
}

/** Where a window keeps its last picture between two runs. */
export interface PictureShelf {
  /**
   * Null where there is none, or none for whoever is at this window now, or the shelf cannot be reached: a start
   * never fails on it. A picture that is not to be shown is thrown away.
   */
  load(isFor: (owner: SignedIn) => boolean): Promise<OwnedPicture | null>;
  /**
   * Put the client's picture away soon after it has become live, and every half minute then.
   * @param owner who sees it now; null: nobody, and nothing is kept @returns the end of it
   */
  keep(client: LiveClient, owner: () => SignedIn | null): () => void;
  /** Throw the picture away: who saw it has gone. */
  clear(): void;
}

interface Shelf {
  read(): Promise<unknown>;
  write(kept: OwnedPicture): Promise<void>;
  clear(): Promise<void>;
}

const KEEP_EVERY_MS = 30_000;
/** A window may be open for a short while only; the first frames come first, though. */
const LOOK_EVERY_MS = 3_000;

const recordSchema = z.object({ owner: signedInSchema, picture: z.unknown() });

/** @param shelf in tests a fake; else this browser profile's own database */
export function createPictureShelf(
  scheduler: Scheduler,
  onFault: (error: unknown) => void,
  shelf: Shelf,
): PictureShelf {
  const clear = (): void => {
    shelf.clear().catch(onFault);
  };
  return {
    load: async (isFor) => {
      try {
        const record = recordSchema.safeParse(await shelf.read());
        if (!record.success) return null;
        const { owner, picture } = record.data;
        const parsed = isFor(owner) ? parseKeptPicture(picture, scheduler.nowMs()) : null;
        if (parsed === null) clear();
        return parsed === null ? null : { owner, picture: parsed };
      } catch (error) {
        onFault(error);
        return null;
      }
    },
    keep: (client, owner) => {
      let cancel = scheduler.after(LOOK_EVERY_MS, look);
      function look(): void {
        const seenBy = owner();
        const picture = seenBy === null ? null : pictureToKeep(client, scheduler.nowMs());
        cancel = scheduler.after(picture === null ? LOOK_EVERY_MS : KEEP_EVERY_MS, look);
        if (seenBy !== null && picture !== null)
          shelf.write({ owner: seenBy, picture }).catch(onFault);
      }
      return () => cancel();
    },
    clear,
  };
}

/** This browser profile's own database. @param name of the window among those that share the profile */
export function profileShelf(name: 'desk' | 'wall'): Shelf {
  const store = createStore('command-center', 'picture');
  return {
    read: () => get(name, store),
    write: (kept) => set(name, kept, store),
    clear: () => del(name, store),
  };
}
