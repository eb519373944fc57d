import { readFileSync } from 'node:fs';

import { writeFileWhole } from '../write-file-whole';
import { NO_WALL, type WallPlan, wallPlanSchema } from './wall-plan';

/** The plan of this machine's displays. A file that is missing or does not parse is no plan. */
export function readWallPlan(file: string): WallPlan {
  try {
    return wallPlanSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NO_WALL;
  }
}

export function writeWallPlan(file: string, plan: WallPlan): void {
  writeFileWhole(file, `${JSON.stringify(plan, null, 2)}\n`);
}
