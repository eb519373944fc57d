import { type DestinationStream, type LevelWithSilent, type Logger, pino } from 'pino';

export type Log = Logger;
export type LogLevel = LevelWithSilent;

/** Where credentials could stand in what is logged. */
const SECRETS = [
  'token',
  '*.token',
  'authorization',
  'headers.authorization',
  '*.headers.authorization',
  'auth',
  '*.auth',
  'handshake.auth',
];

/**
 * Structured log: one JSON object a line, credentials struck out, and of a failed query what was asked but
 * not with which values, among which are people's words.
 * @param to standard output (1) or error (2), written before the call returns, so that a crash keeps its last words
 */
export function createLog(level: LogLevel, to: 1 | 2 | DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: '[redacted]' },
    serializers: { err: describeError },
  };
  return pino(options, typeof to === 'number' ? pino.destination({ dest: to, sync: true }) : to);
}

/** What the database, its library and the HTTP parser add to an error that quotes what was sent. */
const QUOTING = ['params', 'parameters', 'detail', 'where', 'rawPacket'];
const QUOTED_PARAMS = /\nparams:[\s\S]*?(?=\n\s+at |$)/g;
/** The end of PostgreSQL's messages about a value: `invalid input syntax for type uuid: "…"`. */
const QUOTED_VALUE = /: "[^"\n]*"$/gm;

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { raw: _, ...described } = pino.stdSerializers.err(error);
  return Object.fromEntries(
    Object.entries(described)
      .filter(([name]) => !QUOTING.includes(name))
      .map(([name, value]) => [
        name,
        typeof value === 'string'
          ? value.replace(QUOTED_PARAMS, '').replace(QUOTED_VALUE, ': [redacted]')
          : value,
      ]),
  );
}

/** For tests and for commands that speak for themselves. */
export const silentLog: Log = pino({ level: 'silent' });
