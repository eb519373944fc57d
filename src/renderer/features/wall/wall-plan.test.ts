import { DEFAULT_WALL_SETTINGS } from '@shared/ipc/wall-settings';
import { expect, it } from 'vitest';

import { wallPlan } from './wall-plan';

it('lets the scenes take turns in their order', () => {
  expect(wallPlan(DEFAULT_WALL_SETTINGS, null).turns.map(({ scene }) => scene)).toEqual([
    'peta-langsung',
    'status-unit',
    'aduan-kecamatan',
  ]);
});

it('leaves out a scene without a dwell time', () => {
  const dwellMs = { ...DEFAULT_WALL_SETTINGS.dwellMs, 'status-unit': null };
  const { turns } = wallPlan({ ...DEFAULT_WALL_SETTINGS, dwellMs }, null);
  expect(turns.map(({ scene }) => scene)).toEqual(['peta-langsung', 'aduan-kecamatan']);
});

it('shows the one scene that was asked for, whatever takes turns elsewhere', () => {
  const { turns } = wallPlan(DEFAULT_WALL_SETTINGS, 'status-unit');
  expect(turns.map(({ scene }) => scene)).toEqual(['status-unit']);
});

it('shows the map where no scene has a dwell time', () => {
  const dwellMs = { 'peta-langsung': null, 'status-unit': null, 'aduan-kecamatan': null };
  const { turns } = wallPlan({ ...DEFAULT_WALL_SETTINGS, dwellMs }, null);
  expect(turns.map(({ scene }) => scene)).toEqual(['peta-langsung']);
});
