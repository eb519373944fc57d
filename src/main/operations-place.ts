import type { Display } from './wall/displays';
import type { WallRequest } from './wall/wall-request';

/**
 * Where the operations window opens beside a wall: on the first display the wall leaves free.
 * @returns null: there is none, and then the wall is all there is
 */
export function displayBesideWall(
  displays: readonly { display: Display; isOnWall: boolean }[],
): Display | null {
  return displays.find(({ isOnWall }) => !isOnWall)?.display ?? null;
}

/** A wall for an operator who keeps working: every display but their own, unless it is the only one. */
export function wallBeside(ownDisplayId: number, displays: readonly Display[]): WallRequest {
  const numbered = displays.map(({ id }, index) => ({ id, display: index + 1 }));
  const others = numbered.filter(({ id }) => id !== ownDisplayId);
  const chosen = others.length === 0 ? numbered : others;
  return { kind: 'chosen', choices: chosen.map(({ display }) => ({ display, scene: null })) };
}
