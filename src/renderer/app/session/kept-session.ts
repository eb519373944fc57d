import { demoSessionSchema } from '@shared/protocol/session';
import { z } from 'zod';

/** What a window needs to find its session again. */
const keptSessionSchema = z.discriminatedUnion('kind', [
  /** A person's: for this window until it is closed. */
  z.object({ kind: z.literal('person'), id: z.string(), refreshToken: z.string() }),
  z.object({ kind: z.literal('demo'), choice: demoSessionSchema }),
  /** An enrolled wall's: for this browser until it is revoked, through power cuts. */
  z.object({ kind: z.literal('display'), id: z.string(), refreshToken: z.string() }),
]);
export type KeptSession = z.infer<typeof keptSessionSchema>;

export interface SessionShelf {
  /** The first of these kinds that there is. */
  load(kinds: readonly KeptSession['kind'][]): KeptSession | null;
  keep(session: KeptSession): void;
  clear(kind: KeptSession['kind']): void;
}

interface Storages {
  /** Gone with the window. */
  window: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Stays with the browser. */
  browser: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** A person's session in the window's own storage, a display's in the browser's. */
export function createSessionShelf(storages: Storages): SessionShelf {
  const shelfOf = (kind: KeptSession['kind']) =>
    kind === 'display'
      ? { storage: storages.browser, key: 'command-center.display' }
      : { storage: storages.window, key: 'command-center.session' };
  return {
    load: (kinds) => {
      const kept = kinds.map((kind) => ({ kind, session: read(shelfOf(kind)) }));
      return kept.find(({ kind, session }) => session?.kind === kind)?.session ?? null;
    },
    keep: (session) => {
      const { storage, key } = shelfOf(session.kind);
      storage.setItem(key, JSON.stringify(session));
    },
    clear: (kind) => {
      const { storage, key } = shelfOf(kind);
      storage.removeItem(key);
    },
  };
}

function read({ storage, key }: { storage: Pick<Storage, 'getItem'>; key: string }) {
  try {
    return keptSessionSchema.parse(JSON.parse(storage.getItem(key) ?? 'null'));
  } catch {
    return null;
  }
}
