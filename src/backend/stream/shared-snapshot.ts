import type { Snapshot } from '@shared/protocol/snapshot';

/**
 * One read for all who ask while it is under way. Any snapshot is a valid start, since what was committed
 * meanwhile follows as changes; a room full of windows that reconnect costs one read, not one each.
 */
export function shareSnapshot(read: () => Promise<Snapshot>): () => Promise<Snapshot> {
  let underWay: Promise<Snapshot> | null = null;
  return () => {
    underWay ??= read().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
