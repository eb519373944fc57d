import { createLiveClient } from '../../src/renderer/live/create-live-client';
import { fixedCredentials } from '../../src/renderer/live/credentials';

// The data side of one window: the renderer's live client, for as long as the soak lasts.
const [url = '', token = ''] = process.argv.slice(2);
const client = createLiveClient();
client.connect({ url, credentials: fixedCredentials(token) });
process.once('disconnect', () => process.exit());
