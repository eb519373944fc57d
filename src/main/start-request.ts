import { WORKSPACES, type Workspace } from '@shared/ipc/place';
import { z } from 'zod';

import { parseWallRequest, type WallRequest } from './wall/wall-request';

/** What the start options ask for; null where they say nothing, and memory decides. */
export interface StartRequest {
  workspace: Exclude<Workspace, 'wall'> | null;
  wall: WallRequest | null;
}

/** The start options as `npm start` hands them over. */
export const startVariablesSchema = z.object({
  CC_WORKSPACE: z.string().optional(),
  CC_WALL: z.string().optional(),
});
export type StartVariables = z.infer<typeof startVariablesSchema>;

/** Those of a process's variables that are start options. */
export function startVariables(env: NodeJS.ProcessEnv): StartVariables {
  return startVariablesSchema.parse(env);
}

/** @throws Error naming what is allowed */
export function readStartRequest(env: StartVariables): StartRequest {
  const workspace = readWorkspace(env.CC_WORKSPACE);
  const wallText = env.CC_WALL ?? '';
  const wall = wallText === '' ? null : parseWallRequest(wallText);
  if (workspace !== 'wall') return { workspace, wall };
  return { workspace: null, wall: wall ?? { kind: 'all' } };
}

function readWorkspace(text: string | undefined): Workspace | null {
  if (text === undefined || text === '') return null;
  const workspace = WORKSPACES.find((candidate) => candidate === text);
  if (workspace === undefined) {
    throw new Error(`CC_WORKSPACE is "${text}"; there are ${WORKSPACES.join(', ')}`);
  }
  return workspace;
}
