import { parseArgs } from 'node:util';

import { FAULT_KINDS, type FaultKind } from './fault-kinds';

export interface ChaosOptions {
  faults: number;
  seed: string;
  engine: 'pglite' | 'postgres';
  nodes: number;
  followers: number;
  writers: number;
  /** Requests a second of each writer. */
  perSecond: number;
  /** Faults last this times as long. */
  pace: number;
  /** Which to draw from. */
  kinds: readonly FaultKind[];
  /** Where the record of the run goes. */
  directory: string | null;
  /** Another build of the backend than this repository's. */
  backend: string | null;
}

/** @throws Error saying what is wrong */
export function parseOptions(args: string[]): ChaosOptions {
  const { values } = parseArgs({
    args,
    options: {
      faults: { type: 'string', default: '30' },
      seed: { type: 'string', default: '112' },
      engine: { type: 'string', default: 'pglite' },
      nodes: { type: 'string' },
      followers: { type: 'string', default: '3' },
      writers: { type: 'string', default: '3' },
      rate: { type: 'string', default: '5' },
      pace: { type: 'string', default: '1' },
      kinds: { type: 'string', default: FAULT_KINDS.join(',') },
      directory: { type: 'string' },
      backend: { type: 'string' },
    },
  });
  const number = (name: string, value: string, max: number, isWhole = true): number => {
    const read = Number(value);
    if (!(read > 0 && read <= max) || (isWhole && !Number.isInteger(read)))
      throw new Error(`--${name} wants a ${isWhole ? 'whole ' : ''}number up to ${String(max)}`);
    return read;
  };
  const { engine } = values;
  if (engine !== 'pglite' && engine !== 'postgres')
    throw new Error('--engine wants pglite or postgres');
  const nodes = number('nodes', values.nodes ?? (engine === 'postgres' ? '2' : '1'), 4);
  if (engine === 'pglite' && nodes > 1)
    throw new Error('The embedded engine serves one node; --nodes 2 wants --engine postgres.');
  return {
    faults: number('faults', values.faults, 10_000),
    seed: values.seed,
    engine,
    nodes,
    followers: number('followers', values.followers, 20),
    writers: number('writers', values.writers, 20),
    perSecond: number('rate', values.rate, 100, false),
    pace: number('pace', values.pace, 10, false),
    kinds: kindsOf(values.kinds),
    directory: values.directory ?? null,
    backend: values.backend ?? null,
  };
}

function kindsOf(list: string): FaultKind[] {
  return list.split(',').map((name) => {
    const kind = FAULT_KINDS.find((known) => known === name);
    if (kind === undefined) throw new Error(`--kinds knows ${FAULT_KINDS.join(', ')}`);
    return kind;
  });
}
