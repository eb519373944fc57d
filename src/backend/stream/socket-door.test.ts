import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';

import { expect, it } from 'vitest';

import { createFakeClock } from '../../../tests/support/fake-clock';
import { createBorder, DIRECT } from '../border/border';
import { silentLog } from '../log';
import { createSocketDoor } from './socket-door';

const clock = createFakeClock();

function openDoor(limits: Partial<{ maxSockets: number; maxSocketsPerAddress: number }> = {}) {
  const border = createBorder({ ...DIRECT, ...limits }, clock);
  const door = createSocketDoor({ border, clock, log: silentLog });
  const engine = new EventEmitter();
  // Of an engine, the door listens to its connections alone.
  door.watch(engine as unknown as Parameters<typeof door.watch>[0]);
  const ask = (remoteAddress: string, headers: Record<string, string> = {}) => {
    const request = { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
    let problem: string | null = 'not decided';
    door.allowRequest(request, (said) => {
      problem = said;
    });
    return { problem, request };
  };
  const enter = (remoteAddress: string) => {
    const connection = Object.assign(new EventEmitter(), {
      request: ask(remoteAddress).request,
      isCut: false,
      transport: {},
      writeBuffer: [],
      close() {
        connection.isCut = true;
      },
    });
    engine.emit('connection', connection);
    return connection;
  };
  return { door, ask, enter };
}
type Connection = Parameters<ReturnType<typeof createSocketDoor>['admit']>[0];

it('keeps out the pages of other sites', () => {
  const { ask } = openDoor();
  expect(
    ask('10.0.0.1', { origin: 'https://attacker.example', host: 'room:1120' }).problem,
  ).toContain('CC_ALLOWED_ORIGINS');
  expect(ask('10.0.0.1', { origin: 'app://command-center', host: 'room:1120' }).problem).toBeNull();
  expect(ask('10.0.0.1').problem).toBeNull();
});

it('takes so many connections of an address and in total, and others once some have ended', () => {
  const { ask, enter } = openDoor({ maxSockets: 3, maxSocketsPerAddress: 2 });
  const first = enter('10.0.0.1');
  enter('10.0.0.1');
  expect(ask('10.0.0.1').problem).toContain('This address');
  enter('10.0.0.2');
  expect(ask('10.0.0.3').problem).toContain('as many connections');
  first.emit('close');
  expect(ask('10.0.0.3').problem).toBeNull();
});

it('ends a socket that says more in a second than a client would, and no other', () => {
  const { enter } = openDoor();
  const calm = enter('10.0.0.1');
  const talkative = enter('10.0.0.1');
  for (let count = 0; count < 60; count += 1) talkative.emit('packet');
  for (let second = 0; second < 10; second += 1) {
    for (let count = 0; count < 40; count += 1) calm.emit('packet');
    clock.advance(1_000);
  }
  expect(talkative.isCut).toBe(true);
  expect(calm.isCut).toBe(false);
});

it('lets an address that guesses tokens try no more, but for a token that was good', () => {
  const { door, enter } = openDoor();
  const connection = enter('10.0.0.1') as unknown as Connection;
  door.admit(connection, { token: 'good' });
  for (let count = 0; count < 100; count += 1) door.refuse(connection, 'unauthorized');
  expect(door.mayTry(connection, { token: 'guess' })).toBe(false);
  expect(door.mayTry(connection, 'nonsense')).toBe(false);
  expect(door.mayTry(connection, { token: 'good' })).toBe(true);
});
