import type { Fault, Verdict } from './verdict';

export type Tally = { cases: number } & Record<Fault, number>;

export const emptyTally = (): Tally => ({
  cases: 0,
  http5xx: 0,
  crashes: 0,
  hangs: 0,
  storedGarbage: 0,
  leaks: 0,
});

export const isClean = ({ cases: _, ...faults }: Tally): boolean =>
  Object.values(faults).every((count) => count === 0);

interface Finding {
  verdict: Verdict;
  /** Null: found after all cases, by reading back. */
  index: number | null;
  seed: number;
  sent: readonly Buffer[];
}

const MAX_SHOWN = 3_000;

/** What a person needs to see the fault again. */
export function describeFinding({ verdict, index, seed, sent }: Finding): string {
  if (index === null) return `${verdict.fault} afterwards: ${verdict.reason}`;
  const bytes = JSON.stringify(Buffer.concat([...sent]).toString('latin1'));
  const shown =
    bytes.length > MAX_SHOWN ? `${bytes.slice(0, MAX_SHOWN)}… (${bytes.length})` : bytes;
  return [
    `${verdict.fault} in case ${index} of seed ${seed}: ${verdict.reason}`,
    `  again: npm run fuzz -- --seed ${seed} --cases ${index + 1}`,
    `  alone: npm run fuzz -- --seed ${seed} --only ${index}`,
    `  sent (latin1): ${shown}`,
  ].join('\n');
}
