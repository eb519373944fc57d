import fc from 'fast-check';

/** Bytes for whatever listens there, latin1. */
export interface TcpCase {
  kind: 'tcp';
  route: 'tcp';
  parts: string[];
}

const REQUEST = 'GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n';

/** Bytes that are no HTTP, or were until something was changed in them. */
export const tcpCases: fc.Arbitrary<TcpCase> = fc
  .oneof<fc.Arbitrary<string[]>[]>(
    fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => [latin1(bytes)]),
    fc
      .tuple(fc.nat(REQUEST.length), fc.uint8Array({ minLength: 1, maxLength: 6 }))
      .map(([at, bytes]) => [REQUEST.slice(0, at) + latin1(bytes) + REQUEST.slice(at)]),
    fc.nat(REQUEST.length - 1).map((at) => [REQUEST.slice(0, at)]),
    fc.nat(REQUEST.length).map((at) => [REQUEST.slice(0, at), REQUEST.slice(at)]),
    fc.constantFrom(
      ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
      ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
      ['GET / HTTP/0.9\r\n\r\n'],
      ['GET / HTTP/9.9\r\n\r\n'],
      ['GET http://attacker.example/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
      ['CONNECT attacker.example:443 HTTP/1.1\r\nhost: attacker.example\r\n\r\n'],
      ['GET / HTTP/1.1\r\n\r\n'],
      [`GET /${'x'.repeat(70_000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
      [`GET / HTTP/1.1\r\n${'x: y\r\n'.repeat(5_000)}\r\n`],
      [REQUEST.replace('connection: close\r\n', '').repeat(20) + REQUEST],
      [
        'POST /api/v1/calls HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n',
      ],
      [
        'POST /api/v1/calls HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /',
      ],
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
      ],
      [
        'GET /elsewhere HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n\r\n',
      ],
    ),
  )
  .map((parts) => ({ kind: 'tcp', route: 'tcp', parts }));

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
