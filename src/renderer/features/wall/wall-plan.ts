import { WALL_SCENES, type WallScene } from '@shared/ipc/place';
import type { WallSettings } from '@shared/ipc/wall-settings';

import type { WallPlan } from './wall-show';

/**
 * What a wall shows by these settings.
 * @param scene the only one; null: those that have a dwell time take turns, or all of them where none has
 */
export function wallPlan(settings: WallSettings, scene: WallScene | null): WallPlan {
  const { dwellMs, takeOverMs } = settings;
  if (scene !== null) return { turns: [{ scene, dwellMs: 0 }], takeOverMs };
  const turns = WALL_SCENES.flatMap((candidate) => {
    const ms = dwellMs[candidate];
    return ms === null ? [] : [{ scene: candidate, dwellMs: ms }];
  });
  return { turns: turns.length > 0 ? turns : [{ scene: WALL_SCENES[0], dwellMs: 0 }], takeOverMs };
}
