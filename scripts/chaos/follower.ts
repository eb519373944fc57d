import { createLiveClient } from '../../src/renderer/live/create-live-client';
import { fixedCredentials } from '../../src/renderer/live/credentials';
import type { LiveStoreState } from '../../src/renderer/live/model';
import { canonicalModelText, modelHash } from '../../src/renderer/live/model-hash';
import { tellParent, wallMs } from '../bench/stream/messages';
import { type FollowerOrder, type FollowerReport, followerOrderSchema } from './messages';

// One window's data side in a process of its own: the renderer's live client, as it is.
const client = createLiveClient();
let watched: { id: number; seq: number } | null = null;

function act(order: FollowerOrder): void {
  switch (order.kind) {
    case 'follow':
      client.connect({ url: order.url, credentials: fixedCredentials(order.token) });
      break;
    case 'watch':
      watched = { id: order.id, seq: order.seq };
      look(client.store.getState());
      break;
    case 'describe': {
      const { link, model } = client.store.getState();
      report({
        kind: 'description',
        link: link.kind,
        seq: model?.seq ?? 0,
        hash: model === null ? '' : modelHash(model),
        text: order.withText && model !== null ? canonicalModelText(model) : null,
      });
      break;
    }
  }
}

/** Live, and with all that it was to have. */
function look({ link, model }: LiveStoreState): void {
  if (watched === null || link.kind !== 'live' || (model?.seq ?? 0) < watched.seq) return;
  report({ kind: 'reached', id: watched.id, atMs: wallMs() });
  watched = null;
}

const report = (message: FollowerReport): void => {
  tellParent(message);
};

client.store.subscribe(look);
process.on('message', (message) => {
  act(followerOrderSchema.parse(message));
});
process.once('disconnect', () => process.exit());
report({ kind: 'started' });
