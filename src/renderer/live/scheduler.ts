/** Undo of something scheduled; harmless when it already ran. */
export type Cancel = () => void;

/** Everything here that depends on time goes through this, so that tests own the time. */
export interface Scheduler {
  /** This machine's clock, Unix ms; it may be set back or forth by hand. */
  nowMs: () => number;
  /** Milliseconds since some fixed moment; it never jumps. */
  monotonicMs: () => number;
  after(delayMs: number, run: () => void): Cancel;
  /** Before the next paint; soon all the same where nothing is painted. */
  nextFrame(run: () => void): Cancel;
}

/** A hidden page gets no animation frames, and a page may be hidden after it asked for one. */
const FRAME_BACKSTOP_MS = 250;

/** The scheduler of a browser window; under Node, where there are no frames, timers stand in for them. */
export const systemScheduler: Scheduler = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
  nextFrame: (run) => {
    const hasFrames = typeof requestAnimationFrame === 'function';
    let frame = 0;
    const once = (): void => {
      cancel();
      run();
    };
    const timer = setTimeout(once, hasFrames ? FRAME_BACKSTOP_MS : 0);
    if (hasFrames) frame = requestAnimationFrame(once);
    const cancel = (): void => {
      clearTimeout(timer);
      if (hasFrames) cancelAnimationFrame(frame);
    };
    return cancel;
  },
};
