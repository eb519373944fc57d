export interface ProgressLine {
  /** @param share 0…1 */
  show(share: number, count: number): void;
  /** A line of its own, above the bar. */
  say(text: string): void;
  end(): void;
}

interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 28;
/** A log file gets a line this often, a terminal its bar ten times as often. */
const LINE_EVERY_MS = 5_000;
const BAR_EVERY_MS = 100;

/**
 * A bar with rate and time left on a terminal; now and then a plain line elsewhere. It goes to
 * standard error, so that standard output keeps what other programs read.
 */
export function startProgressLine(
  terminal: Terminal,
  what: string,
  nowMs: () => number,
): ProgressLine {
  const startedMs = nowMs();
  const isTerminal = terminal.isTTY === true;
  let shownMs = startedMs;
  let hasBar = false;
  const clear = (): void => {
    if (hasBar) terminal.write('\r\x1b[K');
    hasBar = false;
  };
  return {
    show(share, count) {
      const now = nowMs();
      if (now - shownMs < (isTerminal ? BAR_EVERY_MS : LINE_EVERY_MS)) return;
      shownMs = now;
      const text = describe(share, count, what, now - startedMs);
      if (!isTerminal) {
        terminal.write(`${text}\n`);
        return;
      }
      const filled = Math.round(WIDTH * Math.min(1, share));
      clear();
      terminal.write(`[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${text}`);
      hasBar = true;
    },
    say(text) {
      clear();
      terminal.write(`${text}\n`);
    },
    end: clear,
  };
}

/** e.g. `42 % · 12,400 rows · 8,100/s · 2 s left` */
export function describe(share: number, count: number, what: string, elapsedMs: number): string {
  const seconds = Math.max(0.001, elapsedMs / 1000);
  const left = share > 0 ? ` · ${duration((seconds * (1 - share)) / share)} left` : '';
  const format = (value: number): string => Math.round(value).toLocaleString('en');
  return `${format(share * 100)} % · ${format(count)} ${what} · ${format(count / seconds)}/s${left}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60
    ? `${String(whole)} s`
    : `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
}
