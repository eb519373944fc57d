import type { WebPreferences } from 'electron';

/** What every window of ours is allowed: nothing but its own page and the bridge. */
export function webPreferencesWith(preloadPath: string): WebPreferences {
  return {
    preload: preloadPath,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    // A picture that others rely on must not slow down because its window is covered.
    backgroundThrottling: false,
  };
}
