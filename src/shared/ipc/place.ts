/**
 * Where a window can be. The path is the same in a desktop window (`app://…/kpi`) and in a browser on a serving
 * backend; paths are words a user may read and type, so they are Indonesian.
 */
export const WALL_SCENES = ['peta-langsung', 'status-unit', 'aduan-kecamatan'] as const;
export type WallScene = (typeof WALL_SCENES)[number];

export const WORKSPACES = ['operations', 'wall', 'kpi'] as const;
export type Workspace = (typeof WORKSPACES)[number];

export type Place =
  | { workspace: 'operations' }
  /** Scene null: the scenes take turns. */
  | { workspace: 'wall'; scene: WallScene | null }
  | { workspace: 'kpi' };

/** The place a workspace opens at. */
export function entranceOf(workspace: Workspace): Place {
  return workspace === 'wall' ? { workspace, scene: null } : { workspace };
}

const ROOTS = {
  operations: '/operasi',
  wall: '/dinding',
  kpi: '/kpi',
} as const satisfies Record<Workspace, string>;

export function pathOfPlace(place: Place): string {
  const root = ROOTS[place.workspace];
  return place.workspace === 'wall' && place.scene !== null ? `${root}/${place.scene}` : root;
}

/** @returns null for a path that leads nowhere */
export function placeOfPath(pathname: string): Place | null {
  const path = pathname.replace(/\/+$/, '');
  if (path === ROOTS.operations) return { workspace: 'operations' };
  if (path === ROOTS.kpi) return { workspace: 'kpi' };
  if (path === ROOTS.wall) return { workspace: 'wall', scene: null };
  const scene = WALL_SCENES.find((candidate) => path === `${ROOTS.wall}/${candidate}`);
  return scene === undefined ? null : { workspace: 'wall', scene };
}
