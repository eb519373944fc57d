import { addProtocol } from 'maplibre-gl';
import { PMTiles, Protocol, type Source } from 'pmtiles';

import type { LiveClient } from '../live/model';

const SCHEME = 'pmtiles';

let protocol: Protocol | null = null;
let archives = 0;

/**
 * Make the basemap's archive known to MapLibre. Its bytes are asked of whichever backend the client follows.
 * @returns the address for a vector source
 */
export function openTileArchive(client: Pick<LiveClient, 'mapApi'>): string {
  if (protocol === null) {
    protocol = new Protocol();
    addProtocol(SCHEME, protocol.tile);
  }
  archives += 1;
  const key = `basemap-${String(archives)}`;
  const source: Source = {
    getKey: () => key,
    async getBytes(offset, length, signal) {
      const range = { offset, length };
      const never = new AbortController().signal;
      const { data, etag } = await client.mapApi().fetchBasemapBytes(range, signal ?? never);
      return { data, ...(etag !== null && { etag }) };
    },
  };
  protocol.add(new PMTiles(source));
  return `${SCHEME}://${key}`;
}
