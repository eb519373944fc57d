import type { WallSettings } from '@shared/ipc/wall-settings';

import type { PaletteName } from '../../theme/tokens';
import { formatClock } from '../../ui/format';

/** The palette of a wall at a moment. @param nowMs the server's clock, Unix ms */
export function wallPalette(
  settings: Pick<WallSettings, 'light' | 'dayFromHour' | 'nightFromHour'>,
  nowMs: number,
): Extract<PaletteName, 'wall-night' | 'wall-day'> {
  if (settings.light !== 'auto') return `wall-${settings.light}`;
  const hour = Number(formatClock(nowMs).slice(0, 2));
  return isWithin(hour, settings.dayFromHour, settings.nightFromHour) ? 'wall-day' : 'wall-night';
}

/** Whether an hour lies in `[from, to)`, which may pass midnight. */
function isWithin(hour: number, from: number, to: number): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}
