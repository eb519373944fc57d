import type { BasemapReply } from '@shared/protocol/basemap';

import type { LiveClient } from '../live/model';

/**
 * Asks the backend what the ground is drawn from: now, and again each time it greets, for a backend that
 * was started anew may have another file. Until it has answered, the ground stays as it is.
 * @returns the unsubscribe
 */
export function syncGround(
  client: Pick<LiveClient, 'store' | 'mapApi'>,
  onGround: (ground: BasemapReply) => void,
): () => void {
  let request: AbortController | null = null;
  const ask = async (): Promise<void> => {
    request?.abort();
    const { signal } = (request = new AbortController());
    try {
      const ground = await client.mapApi().fetchBasemap(signal);
      if (!signal.aborted) onGround(ground);
    } catch {
      // The schematic ground does until the next greeting; the link state tells of a backend that is away.
    }
  };
  const unsubscribe = client.store.subscribe(({ hello }, before) => {
    if (hello !== before.hello && hello !== null) void ask();
  });
  void ask();
  return () => {
    unsubscribe();
    request?.abort();
  };
}
