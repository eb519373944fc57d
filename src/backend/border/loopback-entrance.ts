import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createHttpServer } from './create-server';

export interface LoopbackEntrance {
  url: string;
  close(): Promise<void>;
}

/**
 * Where this machine's own windows and tools reach a server that speaks TLS to everyone else: its certificate
 * is made out to a name, not to 127.0.0.1. Plain HTTP on a free port of loopback; whatever comes in is the server's.
 */
export async function openLoopbackEntrance(server: Server): Promise<LoopbackEntrance> {
  const entrance = createHttpServer((request, reply) => {
    server.emit('request', request, reply);
  }, null);
  entrance.on('upgrade', (...upgrade) => server.emit('upgrade', ...upgrade));
  entrance.listen(0, '127.0.0.1');
  await once(entrance, 'listening');
  // Listening on a port, so the address is not the path of a pipe.
  const { port } = entrance.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      entrance.close();
      entrance.closeAllConnections();
    },
  };
}
