import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Store } from '../store/open-store';
import { appendPositionHistory } from '../store/position-history';
import { readPositions, savePositions } from '../store/unit-positions';
import { readUnits } from '../store/units';
import { createHistoryThinning } from './history-thinning';
import { createKnownUnits, type KnownUnits } from './known-units';
import { createPositionHub, type PositionHub } from './position-hub';
import { startPositionSaver } from './position-saver';
import { relayPositions } from './relay-positions';

export interface Positions {
  hub: PositionHub;
  knownUnits: KnownUnits;
  /** Saves what is left. */
  stop(): Promise<void>;
}

/** The position lane between intake, screens and other nodes, beginning with what the store kept. */
export async function startPositions(
  store: Pick<Store, 'db' | 'nodes'>,
  clock: Clock,
  log: Log,
): Promise<Positions> {
  const units = await readUnits(store.db);
  const knownUnits = createKnownUnits(units.map((unit) => unit.id));
  const hub = createPositionHub({
    clock,
    isKnownUnit: (unitId) => knownUnits.has(unitId),
    initial: await readPositions(store.db),
  });
  const pickForHistory = createHistoryThinning();
  const saver = startPositionSaver({
    hub,
    async save(positions) {
      await savePositions(store.db, positions);
      await appendPositionHistory(store.db, pickForHistory(positions));
    },
    log,
  });
  const stopRelay = relayPositions({
    hub,
    nodes: store.nodes,
    readSaved: () => readPositions(store.db),
    log,
  });
  return {
    hub,
    knownUnits,
    async stop() {
      await stopRelay();
      await saver.stop();
    },
  };
}
