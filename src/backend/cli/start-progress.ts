import type { BackendState } from '@shared/ipc/bridge';

const BAR_WIDTH = 30;
const PLAIN_STEP = 0.25;

export interface StartProgress {
  show(state: BackendState): void;
  /** Leave the line free for what is written next. */
  clear(): void;
}

/** What the start is busy with: a moving bar on a terminal, a few lines elsewhere. */
export function createStartProgress(
  output: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
): StartProgress {
  let shownPlain = -1;

  function clear(): void {
    if (output.isTTY) output.write('\r\x1b[K');
  }

  function showHistory(fraction: number): void {
    if (output.isTTY) {
      const filled = Math.round(fraction * BAR_WIDTH);
      const bar = '█'.repeat(filled).padEnd(BAR_WIDTH, '░');
      output.write(`\r\x1b[K${HISTORY} ${bar} ${Math.round(fraction * 100)} %`);
      if (fraction >= 1) output.write('\n');
      return;
    }
    const step = Math.floor(fraction / PLAIN_STEP);
    if (step <= shownPlain) return;
    shownPlain = step;
    output.write(`${HISTORY} ${Math.round(fraction * 100)} %\n`);
  }

  return {
    show(state) {
      if (state.kind !== 'starting') return;
      if (state.phase === 'history') showHistory(state.progress ?? 0);
    },
    clear,
  };
}

const HISTORY = 'Menyiapkan riwayat kota simulasi / preparing the demo city';
