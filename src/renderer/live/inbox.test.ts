import { describe, expect, it, vi } from 'vitest';

import type { StreamFrame } from './frames';
import { createInbox } from './inbox';
import { createManualScheduler } from './testing/manual-scheduler';
import { aChange } from './testing/records';

const heartbeat: StreamFrame = {
  kind: 'heartbeat',
  heartbeat: { serverTime: '2026-11-24T07:00:00.000Z', headSeq: 0 },
};
const hello: StreamFrame = {
  kind: 'hello',
  hello: {
    streamId: 'log',
    serverTime: '2026-11-24T07:00:00.000Z',
    headSeq: 0,
    profile: 'empty',
    cityHash: 'c',
    serverVersion: '1',
  },
};

function changesFrame(count: number): StreamFrame {
  const changes = Array.from({ length: count }, (_, index) =>
    aChange(index + 1, { type: 'unit.retired', data: { unitId: 'DMK-01' } }),
  );
  return { kind: 'changes', frame: { changes, headSeq: count } };
}

function setUp(capacity?: number) {
  const scheduler = createManualScheduler(0);
  const deliver = vi.fn<(frames: readonly StreamFrame[]) => void>();
  const overflow = vi.fn();
  const inbox = createInbox({
    scheduler,
    deliver,
    overflow,
    ...(capacity === undefined ? {} : { capacity }),
  });
  return { scheduler, deliver, overflow, inbox };
}

describe('inbox', () => {
  it('delivers what came since the last frame, together and in order', () => {
    const { scheduler, deliver, inbox } = setUp();
    inbox.push(heartbeat);
    inbox.push(changesFrame(1));
    expect(deliver).not.toHaveBeenCalled();
    scheduler.frame();
    scheduler.frame();
    expect(deliver.mock.calls).toEqual([[[heartbeat, changesFrame(1)]]]);
  });

  it('counts changes, not frames, against its bound', () => {
    const { overflow, inbox } = setUp(10);
    inbox.push(changesFrame(10));
    expect(overflow).not.toHaveBeenCalled();
    inbox.push(heartbeat);
    expect(overflow).toHaveBeenCalledOnce();
  });

  it('drops everything but the hello when it is full, and works on', () => {
    const { scheduler, deliver, inbox } = setUp(10);
    inbox.push(hello);
    inbox.push(changesFrame(8));
    inbox.push(changesFrame(8));
    inbox.push(heartbeat);
    scheduler.frame();
    expect(deliver).toHaveBeenCalledExactlyOnceWith([hello, heartbeat]);
  });

  it('leaves nothing scheduled when cleared', () => {
    const { scheduler, deliver, inbox } = setUp();
    inbox.push(heartbeat);
    inbox.clear();
    expect(scheduler.pending()).toBe(0);
    scheduler.frame();
    expect(deliver).not.toHaveBeenCalled();
  });
});
