const TWO_32 = 0x1_0000_0000;
/** The prime is 2^40 + this. */
const PRIME_LOW = 0x1b3;

/**
 * 64-bit FNV-1a of a text's UTF-8 bytes, as 16 hex digits: no security, only difference. In two halves of 32
 * bits, whose products stay exact in a double; a BigInt for each byte of a large picture takes seconds.
 * @source Fowler, Noll, Vo: offset basis cbf29ce484222325, prime 100000001b3
 */
export function fnv1a64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * PRIME_LOW;
    const carry = Math.floor(product / TWO_32);
    // 2^40 times the low half lands in the high one, eight bits up.
    high = (high * PRIME_LOW + carry + (mixed & 0xffffff) * 0x100) % TWO_32;
    low = product % TWO_32;
  }
  return hex32(high) + hex32(low);
}

const hex32 = (n: number): string => n.toString(16).padStart(8, '0');
