import { createStore, type StoreApi } from 'zustand/vanilla';

import type { LinkState, LiveStoreState } from './model';
import type { Picture } from './picture';

/** @param initial the last state of a client that this one takes over from */
export function createLiveStore(
  initial: LiveStoreState | undefined,
  link: LinkState,
): StoreApi<LiveStoreState> {
  return createStore<LiveStoreState>()(() => ({
    hello: initial?.hello ?? null,
    city: initial?.city ?? null,
    model: initial?.model ?? null,
    ticker: initial?.ticker ?? [],
    link,
  }));
}

/** The one write of a frame: picture and link together, so that no screen sees one without the other. */
export function writePicture(
  store: StoreApi<LiveStoreState>,
  picture: Picture,
  link: LinkState,
): void {
  const { hello, model, ticker } = picture;
  store.setState({ hello, model, ticker, link: sameLink(store.getState().link, link) });
}

export function writeLink(store: StoreApi<LiveStoreState>, link: LinkState): void {
  const known = store.getState().link;
  if (sameLink(known, link) !== known) store.setState({ link });
}

/** The known object where nothing changed, so that its readers do not render. */
function sameLink(known: LinkState, link: LinkState): LinkState {
  return JSON.stringify(known) === JSON.stringify(link) ? known : link;
}
