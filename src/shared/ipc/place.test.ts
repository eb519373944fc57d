import { expect, it } from 'vitest';

import { ADMIN_PARTS, type Place, pathOfPlace, placeOfPath, WALL_SCENES } from './place';

const PLACES: Place[] = [
  { workspace: 'operations' },
  { workspace: 'kpi' },
  { workspace: 'wall', scene: null },
  ...WALL_SCENES.map((scene) => ({ workspace: 'wall', scene }) as const),
  { workspace: 'admin', part: null },
  ...ADMIN_PARTS.map((part) => ({ workspace: 'admin', part }) as const),
];

it.each(PLACES)('finds the way back to $workspace', (place) => {
  expect(placeOfPath(pathOfPlace(place))).toEqual(place);
  expect(placeOfPath(`${pathOfPlace(place)}/`)).toEqual(place);
});

it.each(['/', '', '/operasi/x', '/dinding/unknown', '/admin/x', '/KPI'])(
  'leads nowhere from %j',
  (path) => {
    expect(placeOfPath(path)).toBeNull();
  },
);
