import type { WallScene } from '@shared/ipc/place';

import { FullScreenNote } from '../full-screen-note';

/** Dinding. @param scene null: the scenes take turns */
export function WallWorkspace({ scene }: { scene: WallScene | null }) {
  return <FullScreenNote title="Dinding">{scene}</FullScreenNote>;
}
