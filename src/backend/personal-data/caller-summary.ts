import type { CallerData, CallerSummary } from '@shared/protocol/caller-data';

/** What may be shown of a caller before anybody gave a reason. */
export function callerSummary({ name, number, address }: CallerData): CallerSummary {
  return {
    hasName: name !== undefined,
    maskedNumber: number === undefined ? null : maskNumber(number),
    hasAddress: address !== undefined,
  };
}

/** Enough to tell two callers apart and to hear that it is the right one; too little to call. */
const SHOWN_FIRST = 4;
const SHOWN_LAST = 2;
const LEAST_HIDDEN = 4;

/** e.g. `0812••••••34`; of a short number nothing is shown. */
export function maskNumber(number: string): string {
  const hidden = number.length - SHOWN_FIRST - SHOWN_LAST;
  if (hidden < LEAST_HIDDEN) return '•'.repeat(number.length);
  return `${number.slice(0, SHOWN_FIRST)}${'•'.repeat(hidden)}${number.slice(-SHOWN_LAST)}`;
}
