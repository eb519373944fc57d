import type { LiveClient, LiveStoreState } from '../../../src/renderer/live/model';

const LIMIT_MS = 20_000;

/** The first state that fits, now or later. Rejects, naming the link, when none does in time. */
export function waitForState(
  { store }: LiveClient,
  fits: (state: LiveStoreState) => boolean,
): Promise<LiveStoreState> {
  const now = store.getState();
  if (fits(now)) return Promise.resolve(now);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unsubscribe();
      const { link, model } = store.getState();
      reject(new Error(`No such state: link ${JSON.stringify(link)}, seq ${String(model?.seq)}`));
    }, LIMIT_MS);
    const unsubscribe = store.subscribe((state) => {
      if (!fits(state)) return;
      clearTimeout(timer);
      unsubscribe();
      resolve(state);
    });
  });
}

export const isLive = ({ link }: LiveStoreState): boolean => link.kind === 'live';

/** Live, and with everything up to this change. */
export const isLiveAt =
  (seq: number) =>
  ({ link, model }: LiveStoreState): boolean =>
    link.kind === 'live' && model !== null && model.seq >= seq;
