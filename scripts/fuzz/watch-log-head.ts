import { writeReplySchema } from '@shared/protocol/replies';
import { z } from 'zod';

import type { Answer } from './answer';
import type { Verdict } from './verdict';

const readySchema = z.object({ headSeq: z.number().int() });

export interface LogHeadWatch {
  /**
   * After a write: what was refused must have changed nothing.
   * @returns what is wrong, or null
   */
  afterWrite(answer: Answer): Promise<Verdict | null>;
}

/**
 * Follow where the log stands while nobody else writes. The server shows its head a moment after a commit, so
 * a change that a refused write has made shows at the next looks: it is found, though perhaps a case late.
 */
export function watchLogHead(readHead: () => Promise<number>, startSeq: number): LogHeadWatch {
  let expected = startSeq;
  return {
    async afterWrite({ status, json }) {
      const written = writeReplySchema.safeParse(json);
      if (status === 202 && written.success) {
        expected = Math.max(expected, written.data.seq);
        return null;
      }
      const seq = await readHead();
      if (status >= 200 && status < 300) {
        // An answer without a place in the log; whatever it appended is what it was asked for.
        expected = Math.max(expected, seq);
        return null;
      }
      if (seq <= expected) return null;
      const reason = `answered ${status}, but the log went on from ${expected} to ${seq}`;
      expected = seq;
      return { fault: 'storedGarbage', reason };
    },
  };
}

/** @throws when the server does not say */
export async function readHeadSeq(url: string): Promise<number> {
  return readySchema.parse(await (await fetch(`${url}/health/ready`)).json()).headSeq;
}
