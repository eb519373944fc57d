import type { CommandCenterBridge } from '@shared/ipc/bridge';

declare global {
  interface Window {
    /** Put there by the preload of a desktop window; absent in a browser. */
    readonly commandCenter?: CommandCenterBridge;
  }
}

/** The window's own machine, or undefined in a browser. */
export const bridge: CommandCenterBridge | undefined = window.commandCenter;
