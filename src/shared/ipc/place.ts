/**
 * Where a window can be. The path is the same in a desktop window (`app://…/kpi`) and in a browser on a serving
 * backend; paths are words a user may read and type, so they are Indonesian.
 */
export const WALL_SCENES = ['peta-langsung', 'status-unit', 'aduan-kecamatan'] as const;
export type WallScene = (typeof WALL_SCENES)[number];

/** Parts of the administration: accounts, displays, keys of other systems, the audit trail. */
export const ADMIN_PARTS = ['pengguna', 'layar', 'kunci', 'jejak'] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];

export const WORKSPACES = ['operations', 'wall', 'kpi', 'admin'] as const;
export type Workspace = (typeof WORKSPACES)[number];

export type Place =
  | { workspace: 'operations' }
  /** Scene null: the scenes take turns. */
  | { workspace: 'wall'; scene: WallScene | null }
  | { workspace: 'kpi' }
  /** Part null: the first that whoever is there may open. */
  | { workspace: 'admin'; part: AdminPart | null };

/** The place a workspace opens at. */
export function entranceOf(workspace: Workspace): Place {
  if (workspace === 'wall') return { workspace, scene: null };
  return workspace === 'admin' ? { workspace, part: null } : { workspace };
}

const ROOTS = {
  operations: '/operasi',
  wall: '/dinding',
  kpi: '/kpi',
  admin: '/admin',
} as const satisfies Record<Workspace, string>;

export function pathOfPlace(place: Place): string {
  const root = ROOTS[place.workspace];
  const below = partOf(place);
  return below === null ? root : `${root}/${below}`;
}

function partOf(place: Place): string | null {
  if (place.workspace === 'wall') return place.scene;
  return place.workspace === 'admin' ? place.part : null;
}

/** @returns null for a path that leads nowhere */
export function placeOfPath(pathname: string): Place | null {
  const path = pathname.replace(/\/+$/, '');
  if (path === ROOTS.operations) return { workspace: 'operations' };
  if (path === ROOTS.kpi) return { workspace: 'kpi' };
  if (path === ROOTS.wall) return { workspace: 'wall', scene: null };
  if (path === ROOTS.admin) return { workspace: 'admin', part: null };
  const scene = WALL_SCENES.find((candidate) => path === `${ROOTS.wall}/${candidate}`);
  if (scene !== undefined) return { workspace: 'wall', scene };
  const part = ADMIN_PARTS.find((candidate) => path === `${ROOTS.admin}/${candidate}`);
  return part === undefined ? null : { workspace: 'admin', part };
}
