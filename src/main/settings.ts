import { readFileSync } from 'node:fs';

import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '@shared/ipc/bridge';

import { writeFileWhole } from './write-file-whole';

/** The settings of this machine. A file that is missing or does not parse gives the defaults. */
export function readSettings(file: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

export function writeSettings(file: string, settings: Settings): void {
  writeFileWhole(file, `${JSON.stringify(settings, null, 2)}\n`);
}
