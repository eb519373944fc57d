import { appendFileSync } from 'node:fs';

/** The record of a run: what was done to it and when, one JSON object a line. */
export interface RunLog {
  readonly file: string;
  note(text: string): void;
  record(entry: object): void;
}

/** @param print for what a person follows on the screen */
export function createRunLog(file: string, print: (line: string) => void): RunLog {
  const write = (entry: object): void => {
    appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
  };
  return {
    file,
    note(text) {
      write({ note: text });
      print(`  ${text}`);
    },
    record: write,
  };
}
