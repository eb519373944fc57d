import { assertNever } from '@shared/assert';
import type { WebContents } from 'electron';

import { connectedDisplays, onDisplaysChanged } from './connected-displays';
import { createSleepBlock } from './display-sleep';
import type { Display } from './displays';
import { type OpenWallWindow, openWallWindow } from './open-wall-window';
import { missingDisplays, planWall, settlePlan, toggleDisplay, type WallPlan } from './wall-plan';
import { readWallPlan, writeWallPlan } from './wall-plan-file';
import type { WallRequest } from './wall-request';
import { reconcileWall, type WallAction, type WallWindow, wantedWindows } from './wall-windows';

export interface Wall {
  /** Also true while every display of it is away. */
  isOpen(): boolean;
  displays(): { display: Display; isOnWall: boolean }[];
  /** @throws Error when none of the displays asked for is there */
  open(request: WallRequest): void;
  /** As it was when the application quit. */
  reopen(): void;
  toggle(displayId: number): void;
  close(): void;
  /** Whether these are the contents of one of its windows. */
  has(contents: WebContents): boolean;
  /** The application quits: what closes now is remembered as open. */
  release(): void;
}

interface Options {
  planFile: string;
  preloadPath: string;
  backgroundColor: () => string;
  /** Whether somebody works at another window of ours. */
  isKeyboardTaken: () => boolean;
  log: (text: string) => void;
  onChanged: () => void;
}

/** The wall windows: as many as the plan wants, on the displays it wants, as displays come and go. */
export function createWall(options: Options): Wall {
  const windows = new Map<number, { wanted: WallWindow; window: OpenWallWindow }>();
  const blockSleep = createSleepBlock();
  const seenIds = new Set<number>();
  let plan = settlePlan(readWallPlan(options.planFile), connectedDisplays(), seenIds);
  noteSeen();

  const stopFollowing = onDisplaysChanged(() => {
    adopt(settlePlan(plan, connectedDisplays(), seenIds));
    noteSeen();
  });

  function noteSeen(): void {
    for (const { id } of connectedDisplays()) seenIds.add(id);
  }

  function adopt(next: WallPlan): void {
    plan = next;
    writeWallPlan(options.planFile, plan);
    const wanted = wantedWindows(plan, connectedDisplays());
    const open = [...windows.values()].map((entry) => entry.wanted);
    for (const action of reconcileWall(wanted, open)) perform(action);
    blockSleep(windows.size > 0);
    options.onChanged();
  }

  function perform(action: WallAction): void {
    switch (action.kind) {
      case 'open':
        open(action.window);
        break;
      case 'close':
        windows.get(action.displayId)?.window.remove();
        windows.delete(action.displayId);
        break;
      case 'refit':
      case 'show': {
        const entry = windows.get(action.window.displayId);
        entry?.window[action.kind](action.window);
        if (entry !== undefined) entry.wanted = action.window;
        break;
      }
      default:
        assertNever(action);
    }
  }

  function open(wanted: WallWindow): void {
    const window = openWallWindow({
      wanted,
      preloadPath: options.preloadPath,
      backgroundColor: options.backgroundColor(),
      takesFocus: !options.isKeyboardTaken(),
      log: options.log,
      onClosed: close,
    });
    windows.set(wanted.displayId, { wanted, window });
  }

  function close(): void {
    if (plan.isOpen) adopt({ ...plan, isOpen: false });
  }

  return {
    isOpen: () => plan.isOpen,
    displays: () =>
      connectedDisplays().map((display) => ({ display, isOnWall: windows.has(display.id) })),
    open(request) {
      const displays = connectedDisplays();
      for (const number of missingDisplays(request, displays)) {
        options.log(
          `wall: display ${String(number)} is not connected; the others open without it\n`,
        );
      }
      adopt(planWall(request, displays, plan));
    },
    reopen: () => adopt(plan),
    toggle(displayId) {
      const display = connectedDisplays().find((candidate) => candidate.id === displayId);
      if (display !== undefined) adopt(toggleDisplay(plan, display));
    },
    close,
    has: (contents) => [...windows.values()].some(({ window }) => window.shows(contents)),
    release() {
      stopFollowing();
      for (const { window } of windows.values()) window.remove();
      windows.clear();
      blockSleep(false);
    },
  };
}
