import {
  type CommandCenterBridge,
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsChange,
  settingsSchema,
} from '@shared/ipc/bridge';
import { createStore } from 'zustand/vanilla';

import { languageStore } from '../i18n/language';
import { applyTokens } from '../theme/apply-tokens';
import type { ThemeName } from '../theme/tokens';

/** Where settings are kept: with the desktop application, or in this browser. */
export interface SettingsKeeper {
  load(): Promise<Settings>;
  save(change: SettingsChange): Promise<void>;
  /** Tells of what other windows have changed. */
  follow(listener: (settings: Settings) => void): void;
}

export interface SettingsState {
  settings: Settings;
  /** The theme in force; `system` resolved. */
  theme: ThemeName;
}

export const settingsStore = createStore<SettingsState>()(() => ({
  settings: DEFAULT_SETTINGS,
  theme: 'dark',
}));

let keeper: SettingsKeeper | null = null;

/** Load the settings and put them in force; from then on the system's own theme is followed where wanted. */
export async function startSettings(from: SettingsKeeper): Promise<void> {
  keeper = from;
  // A lost settings file costs the preferences, not the screen.
  putInForce(await from.load().catch(() => DEFAULT_SETTINGS));
  from.follow(putInForce);
  window.matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => {
    putInForce(settingsStore.getState().settings);
  });
}

/** Change settings: in force at once, kept for the next start. */
export function changeSettings(change: Partial<Settings>): void {
  putInForce({ ...settingsStore.getState().settings, ...change });
  // In force either way; a full disk only means that the next start has the former ones.
  void keeper?.save(change).catch(() => undefined);
}

export function bridgeSettings(bridge: CommandCenterBridge): SettingsKeeper {
  return {
    load: () => bridge.getSettings(),
    save: (change) => bridge.changeSettings(change),
    follow: (listener) => void bridge.onSettingsChanged(listener),
  };
}

const STORAGE_KEY = 'command-center.settings';

/** Each tab has read them once and goes its own way after; the last one to change something is remembered. */
export function browserSettings(storage: Pick<Storage, 'getItem' | 'setItem'>): SettingsKeeper {
  const load = (): Promise<Settings> =>
    Promise.resolve().then(() =>
      settingsSchema.parse(JSON.parse(storage.getItem(STORAGE_KEY) ?? 'null')),
    );
  return {
    load,
    save: async (change) => {
      const kept = await load().catch(() => DEFAULT_SETTINGS);
      storage.setItem(STORAGE_KEY, JSON.stringify({ ...kept, ...change }));
    },
    follow: () => undefined,
  };
}

function putInForce(settings: Settings): void {
  const theme = resolveTheme(settings.theme);
  applyTokens(document.documentElement, theme);
  document.documentElement.lang = settings.language;
  languageStore.setState({ language: settings.language });
  settingsStore.setState({ settings, theme });
}

function resolveTheme(theme: Settings['theme']): ThemeName {
  if (theme !== 'system') return theme;
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}
