import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createDisclosurePolicy } from '@shared/domain/disclosure';

import { type Credential, createAccessList } from '../../../src/backend/access/access-list';
import { machineIdentity } from '../../../src/backend/access/identity';
import { createBorder, DIRECT } from '../../../src/backend/border/border';
import { systemClock } from '../../../src/backend/clock';
import type { Accounts } from '../../../src/backend/http/accounts';
import { silentLog } from '../../../src/backend/log';
import { createMetrics } from '../../../src/backend/metrics/metrics';
import { createPositionHub, type PositionHub } from '../../../src/backend/positions/position-hub';
import { createUnitVeils, type UnitVeils } from '../../../src/backend/positions/unit-veils';
import type { ChangeSource } from '../../../src/backend/stream/change-source';
import { attachGateway, type Gateway } from '../../../src/backend/stream/gateway';
import { type Publisher, startPublisher } from '../../../src/backend/stream/publisher';
import { PRINCIPALS, TEST_CREDENTIALS } from '../../support/principals';
import { buildTestCity } from '../../support/test-city';

export const TOKEN = 'window-token';
const city = buildTestCity();

export interface StreamServer {
  url: string;
  hub: PositionHub;
  gateway: Gateway;
  publisher: Publisher;
  /** As a process that ends: every connection with it. */
  stop(): Promise<void>;
}

interface Options {
  /** Besides one of each role. */
  strangers?: readonly Credential[];
  veils?: UnitVeils;
  /** Those of a node, in place of tokens that are never revoked. */
  accounts?: Pick<Accounts, 'identify' | 'revocations'>;
}

/** Publisher and gateway on a bare HTTP server, with a token for each role. */
export async function startStreamServer(
  source: ChangeSource,
  port = 0,
  {
    strangers = [],
    veils = createUnitVeils(createDisclosurePolicy(city), []),
    accounts,
  }: Options = {},
): Promise<StreamServer> {
  const head = await source.readHead();
  // Requests are answered, if only to say no: one left open would keep the server from closing.
  const server = createServer((_request, reply) =>
    reply.writeHead(404, { connection: 'close' }).end(),
  );
  const publisher = startPublisher({
    source,
    fromSeq: head.seq,
    clock: systemClock,
    log: silentLog,
  });
  publisher.subscribe((batch) => veils.apply(batch));
  const hub = createPositionHub({ clock: systemClock, isKnownUnit: () => true, initial: [] });
  const gateway = attachGateway({
    server,
    access:
      accounts ??
      createAccessList([
        { token: TOKEN, identity: machineIdentity(PRINCIPALS.supervisor) },
        ...TEST_CREDENTIALS,
        ...strangers,
      ]),
    revocations: accounts?.revocations ?? {
      isRevoked: () => false,
      subscribe: () => () => undefined,
    },
    border: createBorder(DIRECT, systemClock),
    source,
    publisher,
    positions: hub,
    veils,
    city,
    identity: {
      streamId: head.streamId,
      profile: 'empty',
      serverVersion: '0.0.0',
    },
    cityHash: () => 'city',
    watch: createMetrics().stream,
    clock: systemClock,
    log: silentLog,
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hub,
    gateway,
    publisher,
    async stop() {
      gateway.close();
      await publisher.stop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
