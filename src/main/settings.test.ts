import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DEFAULT_SETTINGS, type Settings } from '@shared/ipc/bridge';
import { describe, expect, it } from 'vitest';

import { readSettings, writeSettings } from './settings';

const newFile = (): string =>
  join(mkdtempSync(join(tmpdir(), 'settings-')), 'deep', 'settings.json');

describe('settings', () => {
  it('gives the defaults where there is no file yet', () => {
    expect(readSettings(newFile())).toEqual(DEFAULT_SETTINGS);
  });

  it('survives a restart', () => {
    const file = newFile();
    const settings: Settings = {
      ...DEFAULT_SETTINGS,
      theme: 'light',
      language: 'en',
      workspace: 'kpi',
    };
    writeSettings(file, settings);
    expect(readSettings(file)).toEqual(settings);
  });

  it('reads a file of a version that knew no workspaces and no wall', () => {
    const file = newFile();
    writeSettings(file, DEFAULT_SETTINGS);
    writeFileSync(file, '{"theme":"light","language":"en"}');
    expect(readSettings(file)).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'light',
      language: 'en',
    });
  });

  it.each(['', '{', '{"theme":"pink","language":"id"}'])(
    'gives the defaults for a broken file: %j',
    (text) => {
      const file = newFile();
      writeSettings(file, DEFAULT_SETTINGS);
      writeFileSync(file, text);
      expect(readSettings(file)).toEqual(DEFAULT_SETTINGS);
    },
  );
});
