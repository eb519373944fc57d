import type { AddressInfo } from 'node:net';

import type { FastifyInstance } from 'fastify';

import { StartError } from './start-error';

const PORTS_TRIED = 21;

interface Options {
  host: string;
  /** 0: any free port. */
  port: number;
  /** For one line that the person who started it should see. */
  say: (line: string) => void;
}

/**
 * Listen on the port or, where it is taken, on the next free one of the twenty after it.
 * @returns the port
 * @throws StartError when none of them is free, or this machine cannot listen there at all
 */
export async function listen(app: FastifyInstance, { host, port, say }: Options): Promise<number> {
  const last = port === 0 ? 0 : Math.min(port + PORTS_TRIED - 1, 65_535);
  for (let candidate = port; candidate <= last; candidate += 1) {
    if (!(await canListen(app, host, candidate))) continue;
    const { port: actual } = app.server.address() as AddressInfo;
    if (port !== 0 && actual !== port) say(`Port ${port} is taken, using ${actual}.`);
    return actual;
  }
  throw new StartError(
    `Ports ${port} to ${last} of ${host} are all taken. Choose another with --port N.`,
  );
}

async function canListen(app: FastifyInstance, host: string, port: number): Promise<boolean> {
  try {
    await app.listen({ host, port });
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EADDRINUSE') return false;
    const remedy = REMEDIES[code];
    if (remedy === undefined) throw error;
    throw new StartError(`Cannot listen on ${host}, port ${port} (${code}). ${remedy}`, {
      cause: error,
    });
  }
}

const REMEDIES: Partial<Record<string, string>> = {
  EACCES: 'Ports below 1024 are reserved for the system: choose another with --port N.',
  EADDRNOTAVAIL: 'This machine has no such address: choose one of its own with --host ADDRESS.',
  ENOTFOUND:
    'There is no host of this name: choose an address of this machine with --host ADDRESS.',
  EAFNOSUPPORT:
    'This machine does not use this kind of address: choose another with --host ADDRESS.',
};
