import { snapshotSchema } from '@shared/protocol/snapshot';
import { changesFrameSchema, helloSchema } from '@shared/protocol/stream';
import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { io } from 'socket.io-client';
import type { z } from 'zod';

import { whatIsWrong } from './read-strictly';

const LIMIT_MS = 20_000;

/** What the stream says of what is stored. */
export interface Followed {
  streamId: string;
  headSeq: number;
  /** Of frames, changes and their order; empty: nothing. */
  problems: string[];
}

/**
 * Read the log over the stream as any client does, and judge every frame by its schema, to the letter.
 * @param after null: take the snapshot; else every change after it must come, each once
 */
export function followLog(
  url: string,
  token: string,
  after: { streamId: string; lastSeq: number } | null,
): Promise<Followed> {
  return new Promise((resolve, reject) => {
    const problems: string[] = [];
    let hello: z.infer<typeof helloSchema> | null = null;
    let seq = after?.lastSeq ?? 0;
    const socket = io(url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      auth: { token, protocolVersion: PROTOCOL_VERSION, resume: after },
    });
    const finish = (error: Error | null) => {
      clearTimeout(limit);
      socket.close();
      if (hello === null || error !== null) reject(error ?? new Error('no greeting'));
      else resolve({ streamId: hello.streamId, headSeq: seq, problems });
    };
    const limit = setTimeout(
      () => finish(new Error('the log could not be followed in time')),
      LIMIT_MS,
    );
    const finishAtHead = () => {
      if (hello !== null && seq >= hello.headSeq) finish(null);
    };
    socket.on('connect_error', (error) => finish(error));
    socket.on('hello', (frame: unknown) => {
      hello = helloSchema.parse(frame);
    });
    socket.on('snapshot', (frame: unknown) => {
      if (after !== null) problems.push('a snapshot came where the changes were asked for');
      problems.push(...whatIsWrong(snapshotSchema, frame, 'snapshot'));
      seq = snapshotSchema.parse(frame).seq;
      finishAtHead();
    });
    socket.on('changes', (frame: unknown) => {
      problems.push(...whatIsWrong(changesFrameSchema, frame, 'changes'));
      for (const change of changesFrameSchema.parse(frame).changes) {
        if (change.seq !== seq + 1) problems.push(`after seq ${seq} comes ${change.seq}`);
        seq = change.seq;
      }
      finishAtHead();
    });
  });
}
