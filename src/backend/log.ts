import { type LevelWithSilent, type Logger, pino } from 'pino';

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
 * Structured log: one JSON object a line, credentials struck out.
 * @param descriptor standard output (1) or error (2), written before the call returns, so that a crash keeps its last words
 */
export function createLog(level: LogLevel, descriptor: 1 | 2): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: '[redacted]' },
  };
  return pino(options, pino.destination({ dest: descriptor, sync: true }));
}

/** For tests and for commands that speak for themselves. */
export const silentLog: Log = pino({ level: 'silent' });
