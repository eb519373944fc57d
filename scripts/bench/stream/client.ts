import type { ServerToClientEvents } from '@shared/protocol/stream';
import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { io } from 'socket.io-client';

import { applyChanges } from '../../../src/renderer/live/apply-changes';
import { FRAME_EVENTS, parseFrame } from '../../../src/renderer/live/frames';
import type { LiveModel } from '../../../src/renderer/live/model';
import { modelFromSnapshot } from '../../../src/renderer/live/model-from-snapshot';
import { type ClientReport, serverReadySchema, tellParent, wallMs } from './messages';

const report: ClientReport = { applied: [], positionFrames: 0, positions: 0 };
let model: LiveModel | null = null;

/** One window's side of the stream: the renderer's own parser and reducer, noting when each change was applied. */
function follow(url: string, token: string): void {
  const socket = io(url, {
    transports: ['websocket'],
    auth: { token, protocolVersion: PROTOCOL_VERSION, resume: null },
  });
  for (const event of FRAME_EVENTS) socket.on(event, (raw: unknown) => take(event, raw));
  process.once('message', () => {
    socket.disconnect();
    tellParent(report);
    process.disconnect();
  });
}

function take(event: keyof ServerToClientEvents, raw: unknown): void {
  const frame = parseFrame(event, raw);
  if (frame === null) throw new Error(`a ${event} frame does not fit its schema`);
  if (frame.kind === 'snapshot') {
    model = modelFromSnapshot(frame.snapshot);
    tellParent('following');
  } else if (frame.kind === 'positions') {
    report.positionFrames += 1;
    report.positions += frame.positions.length;
  } else if (frame.kind === 'changes' && model !== null) {
    const result = applyChanges(model, frame.frame.changes);
    if (result.kind !== 'applied') throw new Error(`the stream broke: ${result.kind}`);
    model = result.model;
    const nowMs = wallMs();
    for (const change of frame.frame.changes) report.applied.push([change.seq, nowMs]);
  }
}

process.once('message', (message) => {
  const { url, token } = serverReadySchema.parse(message);
  follow(url, token);
});
