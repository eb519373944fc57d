import type { PositionTuple } from '@shared/protocol/positions';

import type { Log } from '../log';
import type { PositionHub } from './position-hub';

const SAVE_INTERVAL_MS = 5_000;

export interface PositionSaver {
  /** Saves what is left and resolves when it is done. */
  stop(): Promise<void>;
}

interface Deps {
  hub: Pick<PositionHub, 'takeUnsaved' | 'returnUnsaved'>;
  save: (positions: PositionTuple[]) => Promise<void>;
  log: Log;
}

/**
 * Save the units' positions every five seconds with one bulk write, so that a restart begins with them.
 * What fails is tried again with the next round; nothing queues, since a unit has one latest position.
 */
export function startPositionSaver({ hub, save, log }: Deps): PositionSaver {
  let underWay: Promise<void> | null = null;
  let isFailing = false;

  async function saveMoved(): Promise<void> {
    const positions = hub.takeUnsaved();
    if (positions.length === 0) return;
    try {
      await save(positions);
      if (isFailing) log.info('positions are saved again');
      isFailing = false;
    } catch (error) {
      if (!isFailing)
        log.error({ err: error }, 'positions cannot be saved; trying again every 5 s');
      isFailing = true;
      hub.returnUnsaved(positions);
    }
  }

  function round(): Promise<void> {
    underWay ??= saveMoved().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  const timer = setInterval(() => void round(), SAVE_INTERVAL_MS);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
      await round();
    },
  };
}
