import { DEFAULT_WALL_SETTINGS } from '@shared/ipc/wall-settings';
import { expect, it } from 'vitest';

import { wallPalette } from './wall-palette';

const at = (wibTime: string): number => Date.parse(`2026-11-24T${wibTime}+07:00`);

it.each([
  ['05:59:59', 'wall-night'],
  ['06:00:00', 'wall-day'],
  ['17:59:59', 'wall-day'],
  ['18:00:00', 'wall-night'],
  ['00:00:00', 'wall-night'],
])('at %s WIB it is %s', (time, palette) =>
  expect(wallPalette(DEFAULT_WALL_SETTINGS, at(time))).toBe(palette),
);

it('follows a choice whatever the hour', () => {
  expect(wallPalette({ ...DEFAULT_WALL_SETTINGS, light: 'day' }, at('23:00:00'))).toBe('wall-day');
  expect(wallPalette({ ...DEFAULT_WALL_SETTINGS, light: 'night' }, at('12:00:00'))).toBe(
    'wall-night',
  );
});

it('knows a day that passes midnight', () => {
  const settings = { ...DEFAULT_WALL_SETTINGS, dayFromHour: 20, nightFromHour: 4 };
  expect(wallPalette(settings, at('01:00:00'))).toBe('wall-day');
  expect(wallPalette(settings, at('12:00:00'))).toBe('wall-night');
});
