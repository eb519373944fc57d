import { fillMarks, type Pool } from './fill-marks';
import type { HttpCase } from './http-case';

/** The bytes of a case, with everything its marks stand for. */
export function composeRequest(sent: HttpCase, pool: Pool): Buffer {
  const filled = fillMarks(sent.body, pool);
  const body = sent.isChunked ? `${filled.length.toString(16)}\r\n${filled}\r\n0\r\n\r\n` : filled;
  const headers = sent.headers.map(([name, value]) => {
    const length = value.replace(/^@length:(-?\d+)@$/, (_, by: string) =>
      String(filled.length + Number(by)),
    );
    return `${name}: ${fillMarks(length, pool)}`;
  });
  const hasHost = sent.headers.some(([name]) => name === 'host');
  const head = [
    `${sent.method} ${fillMarks(sent.target, pool)} HTTP/1.1`,
    ...(hasHost ? [] : ['host: 127.0.0.1']),
    'connection: close',
    ...headers,
  ].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${body.slice(0, sent.cutAt ?? body.length)}`, 'latin1');
}
