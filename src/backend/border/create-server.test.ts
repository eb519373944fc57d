import { once } from 'node:events';
import type { Server } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TLSSocket } from 'node:tls';

import { errorBodySchema } from '@shared/protocol/errors';
import { afterEach, describe, expect, it } from 'vitest';

import { createHttpServer } from './create-server';
import { openLoopbackEntrance } from './loopback-entrance';
import { readTlsFiles, renewCertificate } from './tls-files';

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
  server = null;
});

async function listening(tls: Parameters<typeof createHttpServer>[1]): Promise<[Server, number]> {
  const made = createHttpServer((_request, reply) => reply.end('hello'), tls);
  server = made;
  made.listen(0, '127.0.0.1');
  await once(made, 'listening');
  return [made, (made.address() as AddressInfo).port];
}

/** What comes back for bytes, and its body, which must have the shape of all errors. */
async function refusalOf(port: number, bytes: string) {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  const answer = await text(socket);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: head.split(' ')[1], ...errorBodySchema.parse(JSON.parse(body)) };
}

describe('what is no request', () => {
  it('is answered in the shape of all errors, with what to do', async () => {
    const [, port] = await listening(null);
    const refused = await refusalOf(port, '\x16\x03\x01 nonsense\r\n\r\n');
    expect(refused).toMatchObject({ status: '400', code: 'validation_failed' });
    expect(refused.message).toContain('Send HTTP/1.1');
  });

  it('is not answered behind an answer, of which it would seem a part', async () => {
    const [, port] = await listening(null);
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n nonsense\r\n\r\n');
    expect((await text(socket)).match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  it('is answered when its headers are too large', async () => {
    const [, port] = await listening(null);
    const refused = await refusalOf(
      port,
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
    );
    expect(refused).toMatchObject({ status: '431', code: 'payload_too_large' });
  });

  it('is answered when it never ends its headers', async () => {
    const [made, port] = await listening(null);
    // The check itself runs every two seconds; only the patience is shortened here.
    made.headersTimeout = 100;
    const refused = await refusalOf(port, 'GET / HTTP/1.1\r\nhost: x\r\nx: ');
    expect(refused).toMatchObject({ status: '408' });
    expect(refused.message).toContain('too slowly');
  });
});

describe('TLS', () => {
  const filesOf = (name: string) => ({
    certFile: resolve('tests/fixtures/tls', `${name}-cert.pem`),
    keyFile: resolve('tests/fixtures/tls', `${name}-key.pem`),
  });
  const organisationAt = async (port: number): Promise<string | undefined> => {
    const request = tlsRequest({
      port,
      host: '127.0.0.1',
      rejectUnauthorized: false,
      agent: false,
    });
    request.end();
    const [reply] = (await once(request, 'response')) as [{ socket: TLSSocket; resume(): void }];
    reply.resume();
    const organisation = reply.socket.getPeerCertificate().subject.O;
    return typeof organisation === 'string' ? organisation : undefined;
  };

  it('serves a certificate, and the renewed one without a restart', async () => {
    const [made, port] = await listening(readTlsFiles(filesOf('first')));
    expect(await organisationAt(port)).toBe('first');
    renewCertificate(made, readTlsFiles(filesOf('second')));
    expect(await organisationAt(port)).toBe('second');
  });

  it('leaves this machine an entrance without TLS', async () => {
    const [made] = await listening(readTlsFiles(filesOf('first')));
    const entrance = await openLoopbackEntrance(made);
    expect(entrance.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(await (await fetch(entrance.url)).text()).toBe('hello');
    await entrance.close();
  });

  it('refuses a certificate and a key that do not belong together, naming both', () => {
    const mixed = { ...filesOf('first'), keyFile: filesOf('second').keyFile };
    expect(() => readTlsFiles(mixed)).toThrow(/first-cert\.pem.*second-key\.pem.*CC_TLS_KEY/);
  });
});
