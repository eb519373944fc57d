import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '@shared/ipc/bridge';

/** The settings of this machine. A file that is missing or does not parse gives the defaults. */
export function readSettings(file: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Replace the settings file as a whole, so that a crash leaves either the old or the new one. */
export function writeSettings(file: string, settings: Settings): void {
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.next`;
  writeFileSync(next, `${JSON.stringify(settings, null, 2)}\n`);
  renameSync(next, file);
}
