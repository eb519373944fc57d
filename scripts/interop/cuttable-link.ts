import { createConnection, createServer, type Socket } from 'node:net';

export interface CuttableLink {
  /** Where the other end is reached through it. */
  url: string;
  /** End every connection, as a pulled cable does, and let none through for so long. */
  cut(durationMs: number): Promise<void>;
  close(): Promise<void>;
}

/** A TCP link to a server, which can be cut. */
export async function openCuttableLink(serverUrl: string): Promise<CuttableLink> {
  const { hostname, port } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let isCut = false;

  function endAll(): void {
    for (const socket of sockets) socket.destroy();
  }

  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = createConnection({ host: hostname, port: Number(port) });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      // What breaks one side ends the other; nobody else has to hear of it.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP port was asked for');

  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    async cut(durationMs) {
      isCut = true;
      endAll();
      await new Promise((resolve) => setTimeout(resolve, durationMs));
      isCut = false;
    },
    async close() {
      endAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
