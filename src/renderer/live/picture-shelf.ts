import { createStore, get, set } from 'idb-keyval';

import { type KeptPicture, parseKeptPicture, pictureToKeep } from './kept-picture';
import type { LiveClient } from './model';
import type { Scheduler } from './scheduler';

/** Where a window keeps its last picture between two runs. */
export interface PictureShelf {
  /** Null where there is none, or the shelf cannot be reached: a start never fails on it. */
  load(): Promise<KeptPicture | null>;
  /** Put the client's picture away soon after it has become live, and every half minute then. @returns the end of it */
  keep(client: LiveClient): () => void;
}

interface Shelf {
  read(): Promise<unknown>;
  write(picture: KeptPicture): Promise<void>;
}

const KEEP_EVERY_MS = 30_000;
/** A window may be open for a short while only; the first frames come first, though. */
const LOOK_EVERY_MS = 3_000;

/** @param shelf in tests a fake; else this browser profile's own database */
export function createPictureShelf(
  scheduler: Scheduler,
  onFault: (error: unknown) => void,
  shelf: Shelf = profileShelf(),
): PictureShelf {
  return {
    load: async () => {
      try {
        return parseKeptPicture(await shelf.read(), scheduler.nowMs());
      } catch (error) {
        onFault(error);
        return null;
      }
    },
    keep: (client) => {
      let cancel = scheduler.after(LOOK_EVERY_MS, look);
      function look(): void {
        const picture = pictureToKeep(client, scheduler.nowMs());
        cancel = scheduler.after(picture === null ? LOOK_EVERY_MS : KEEP_EVERY_MS, look);
        if (picture !== null) shelf.write(picture).catch(onFault);
      }
      return () => cancel();
    },
  };
}

function profileShelf(): Shelf {
  const store = createStore('command-center', 'picture');
  return { read: () => get('last', store), write: (picture) => set('last', picture, store) };
}
