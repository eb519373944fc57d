import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';

import type { ErrorBody } from '@shared/protocol/errors';

/**
 * Answer what is not HTTP, too long or too slow in its headers, and end the connection. No route and no hook
 * has seen it, so the answer is written by hand; its body has the one shape of all errors.
 */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  // Behind an answer that has been begun or given, a second one would be taken for a part of it.
  if (socket.writable && socket.bytesWritten === 0) socket.write(answerTo(error.code));
  socket.destroy(error);
}

interface Fault {
  status: string;
  code: ErrorBody['code'];
  message: string;
}

const UNREADABLE: Fault = {
  status: '400 Bad Request',
  code: 'validation_failed',
  message: 'This is not a request that can be read. Send HTTP/1.1.',
};
const FAULTS: Partial<Record<string, Fault>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    code: 'validation_failed',
    message: 'The request came too slowly. Send it again, in one go.',
  },
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    code: 'payload_too_large',
    message: 'The headers are too large. Send at most 16 kB of them.',
  },
};

function answerTo(fault: string | undefined): string {
  const { status, code, message } = FAULTS[fault ?? ''] ?? UNREADABLE;
  const body = JSON.stringify({ code, message, requestId: randomUUID() } satisfies ErrorBody);
  return [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${body.length}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
