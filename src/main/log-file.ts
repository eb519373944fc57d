import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_BYTES = 5 * 1024 * 1024;

/** An append-only text log; past 5 MB it becomes `<file>.1` and a new one begins, so two files are the bound. */
export function createLogFile(file: string): (text: string) => void {
  mkdirSync(dirname(file), { recursive: true });
  return (text) => {
    if (sizeOf(file) > MAX_BYTES) renameSync(file, `${file}.1`);
    appendFileSync(file, text);
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
