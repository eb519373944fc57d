import { z } from 'zod';

import type { WallScene } from './place';

const dwellSchema = z.number().int().min(1_000).max(3_600_000);
const hourSchema = z.number().int().min(0).max(24);

/** How the walls of this machine show their scenes. */
export const wallSettingsSchema = z.object({
  /** How long each scene stays when they take turns; a scene with null is left out. */
  dwellMs: z.object({
    'peta-langsung': dwellSchema.nullable(),
    'status-unit': dwellSchema.nullable(),
    'aduan-kecamatan': dwellSchema.nullable(),
  } satisfies Record<WallScene, z.ZodType>),
  /** How long a new P1 holds the wall. */
  takeOverMs: dwellSchema,
  /** `auto`: day from `dayFromHour` until `nightFromHour`, WIB. */
  light: z.enum(['auto', 'day', 'night']),
  dayFromHour: hourSchema,
  nightFromHour: hourSchema,
  isMuted: z.boolean(),
});
export type WallSettings = z.infer<typeof wallSettingsSchema>;

export const DEFAULT_WALL_SETTINGS: WallSettings = {
  dwellMs: { 'peta-langsung': 30_000, 'status-unit': 30_000, 'aduan-kecamatan': 30_000 },
  takeOverMs: 20_000,
  light: 'auto',
  dayFromHour: 6,
  nightFromHour: 18,
  isMuted: false,
};
