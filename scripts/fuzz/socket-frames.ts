/** A WebSocket frame as it is to be sent, right or wrong (RFC 6455, section 5.2). */
export interface Frame {
  /** 1 text, 2 binary, 8 close, 9 ping, 10 pong; others are reserved. */
  opcode: number;
  isFinal: boolean;
  /** Clients must. */
  isMasked: boolean;
  /** Reserved bits, 0 to 7. */
  reserved: number;
  /** latin1: one character, one byte. */
  payload: string;
  /** How much longer than the payload the frame says it is. */
  lengthError: number;
}

export const textFrame = (text: string): Frame => ({
  opcode: 1,
  isFinal: true,
  isMasked: true,
  reserved: 0,
  payload: Buffer.from(text).toString('latin1'),
  lengthError: 0,
});

const MASK = Buffer.from([0x11, 0x22, 0x33, 0x44]);

export function frameBytes(frame: Frame): Buffer {
  const payload = Buffer.from(frame.payload, 'latin1');
  const length = Math.max(0, payload.length + frame.lengthError);
  const first = (frame.isFinal ? 0x80 : 0) | (frame.reserved << 4) | frame.opcode;
  const maskBit = frame.isMasked ? 0x80 : 0;
  const parts = [lengthBytes(first, maskBit, length)];
  if (!frame.isMasked) return Buffer.concat([...parts, payload]);
  const masked = payload.map((byte, index) => byte ^ (MASK[index % 4] ?? 0));
  return Buffer.concat([...parts, MASK, masked]);
}

function lengthBytes(first: number, maskBit: number, length: number): Buffer {
  if (length < 126) return Buffer.from([first, maskBit | length]);
  if (length < 65_536) {
    const head = Buffer.from([first, maskBit | 126, 0, 0]);
    head.writeUInt16BE(length, 2);
    return head;
  }
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = maskBit | 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
