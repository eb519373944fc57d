import type { CityPack } from '@shared/domain/city-pack';
import { createStore, type StoreApi } from 'zustand/vanilla';

import type { LinkState, LiveStoreState } from './model';
import type { Picture } from './picture';

/** @param city the kept picture's, if there is one */
export function createLiveStore(
  { hello, model, ticker }: Picture,
  city: CityPack | null,
  link: LinkState,
): StoreApi<LiveStoreState> {
  return createStore<LiveStoreState>()(() => ({
    hello,
    city,
    model,
    ticker,
    link,
    facilityKinds: [],
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
