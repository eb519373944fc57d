import fc from 'fast-check';

import { jsonText } from './json-text';
import { mutated } from './mutate-value';
import { nastyValue } from './nasty-values';
import { type Frame, textFrame } from './socket-frames';

/** A socket's whole life as its client would have it: the upgrade, then frames. Marks stand in text. */
export interface SocketCase {
  kind: 'socket';
  route: 'socket';
  query: string;
  headers: [string, string][];
  frames: Frame[];
}

/** Every message a client may send, by its name in the protocol; a test holds this list against it. */
export const CLIENT_EVENTS = ['resume'] as const;

const RIGHT_QUERY = 'EIO=4&transport=websocket';
const resumePoint = fc.oneof(
  fc.constant(null),
  fc.record({
    streamId: fc.constantFrom('@token:streamId@', 'x', '', 'x'.repeat(65)),
    lastSeq: fc.oneof(fc.nat(100), fc.constantFrom(-1, 0.5, 1e15, 9_007_199_254_740_991)),
  }),
);

/** Sockets: right ones that then ask for odd things, wrong handshakes, and frames that are none. */
export function socketCases(tokenNames: readonly string[]): fc.Arbitrary<SocketCase> {
  const token = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...tokenNames).map((name) => `@token:${name}@`) },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
  );
  const auth = fc.record({
    token,
    protocolVersion: fc.constantFrom(1, 1, 1, 1, 0, 2),
    resume: resumePoint,
  });
  const connect = auth
    .chain((right) =>
      fc.oneof(
        { weight: 4, arbitrary: fc.constant<unknown>(right) },
        { weight: 2, arbitrary: mutated(right) },
      ),
    )
    .map((value) => textFrame(`40${jsonText(value)}`));
  const query = fc.oneof(
    { weight: 9, arbitrary: fc.constant(RIGHT_QUERY) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        'EIO=3&transport=websocket',
        'EIO=4&transport=polling',
        'EIO=4&transport=websocket&sid=x',
        'EIO=4&transport=websocket&sid=__proto__',
        'EIO[]=4&transport[]=websocket',
      ),
    },
  );
  const headers = fc.oneof(
    { weight: 9, arbitrary: fc.constant<[string, string][]>([]) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<[string, string][]>(
        [['origin', 'https://attacker.example']],
        [['origin', 'null']],
        [['sec-websocket-extensions', 'permessage-deflate; client_max_window_bits=99']],
        [['sec-websocket-protocol', 'x, y']],
      ),
    },
  );
  return fc
    .record({ query, headers, connect, later: fc.array(laterFrame, { maxLength: 4 }) })
    .map(({ query, headers, connect, later }) => ({
      kind: 'socket',
      route: 'socket',
      query,
      headers,
      frames: [connect, ...later],
    }));
}

const eventName = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...CLIENT_EVENTS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'connect',
      'disconnect',
      'error',
      'snapshot',
      'newListener',
      '__proto__',
      'x',
      '',
    ),
  },
);

const event = fc
  .tuple(eventName, fc.array(fc.oneof(resumePoint, nastyValue), { maxLength: 3 }))
  .map(([name, values]) => jsonText([name, ...values]));

/** Socket.IO packets by the letter, and ones that only look like it. */
const packet = fc.oneof(
  { weight: 5, arbitrary: event.map((text) => `42${text}`) },
  { weight: 1, arbitrary: event.map((text) => `4217${text}`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '40/admin,{}',
      '40',
      '41',
      '43[]',
      '44{"message":"x"}',
      '451-["resume",{"_placeholder":true,"num":0}]',
      '45999999-["resume",{"_placeholder":true,"num":999998}]',
      '45-["resume"]',
      '42',
      '42[',
      '42{}',
      '42[1]',
      '42[null]',
      '42["resume"',
      '49',
      '4',
      '0{"sid":"x"}',
      '1',
      '2probe',
      '3',
      '5',
      '6',
      'b4AAAA',
    ),
  },
  { weight: 1, arbitrary: nastyValue.map((value) => `42["resume",${jsonText(value)}]`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const laterFrame: fc.Arbitrary<Frame> = fc.oneof(
  { weight: 6, arbitrary: packet.map(textFrame) },
  { weight: 1, arbitrary: fc.constant(textFrame(`42["resume","${'x'.repeat(20_000)}"]`)) },
  {
    weight: 2,
    arbitrary: fc.record({
      opcode: fc.nat(15),
      isFinal: fc.boolean(),
      isMasked: fc.boolean(),
      reserved: fc.constantFrom(0, 0, 1, 4, 7),
      payload: fc
        .uint8Array({ maxLength: 200 })
        .map((bytes) => Buffer.from(bytes).toString('latin1')),
      lengthError: fc.constantFrom(0, 0, 1, -1, 70_000, 2 ** 40),
    }),
  },
);
