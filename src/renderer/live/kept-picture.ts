import { cityPackSchema } from '@shared/domain/city-pack';
import { HOUR_MS } from '@shared/domain/time';
import { changeSchema } from '@shared/protocol/changes';
import { snapshotSchema } from '@shared/protocol/snapshot';
import { helloSchema } from '@shared/protocol/stream';
import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { z } from 'zod';

import type { LiveClient } from './model';

/**
 * What a window keeps of its picture for its next start. Like the stream it comes from, it holds no personal
 * data; it is parsed like anything else that crosses a border.
 */
const keptPictureSchema = z.object({
  protocolVersion: z.literal(PROTOCOL_VERSION),
  /** Until when it was known to be true, Unix ms. */
  freshAtMs: z.number(),
  hello: helloSchema,
  city: cityPackSchema,
  snapshot: snapshotSchema,
  ticker: z.array(changeSchema),
});
export type KeptPicture = z.infer<typeof keptPictureSchema>;

/** An older one says nothing of the city as it is now. */
const MAX_AGE_MS = 12 * HOUR_MS;

/** The picture of a client whose link is live; null while there is none worth keeping. */
export function pictureToKeep(
  { store, positions }: Pick<LiveClient, 'store' | 'positions'>,
  nowMs: number,
): KeptPicture | null {
  const { link, hello, city, model, ticker } = store.getState();
  if (link.kind !== 'live' || hello === null || city === null || model === null) return null;
  return {
    protocolVersion: PROTOCOL_VERSION,
    freshAtMs: nowMs,
    hello,
    city,
    snapshot: {
      seq: model.seq,
      horizonAt: model.horizonAt,
      incidents: [...model.incidents.values()],
      assignments: [...model.assignments.values()],
      units: [...model.units.values()],
      complaints: [...model.complaints.values()],
      callTallies: model.callTallies,
      positions: [...positions.all().values()],
    },
    ticker: [...ticker],
  };
}

/** @returns null where it is none, of another version of the product, or too old to be shown */
export function parseKeptPicture(raw: unknown, nowMs: number): KeptPicture | null {
  const parsed = keptPictureSchema.safeParse(raw);
  if (!parsed.success) return null;
  const ageMs = nowMs - parsed.data.freshAtMs;
  return ageMs >= 0 && ageMs <= MAX_AGE_MS ? parsed.data : null;
}
