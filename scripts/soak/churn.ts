import { createRandom } from '../../src/backend/simulator/random';
import { createLiveClient } from '../../src/renderer/live/create-live-client';
import { fixedCredentials } from '../../src/renderer/live/credentials';
import type { LiveClient } from '../../src/renderer/live/model';
import { type Link, openLink } from '../chaos/link';

export interface Churn {
  /** What has been done to clients so far. */
  readonly counts: Readonly<Record<'joined' | 'left' | 'cut' | 'silenced' | 'mended', number>>;
  stop(): Promise<void>;
}

const EVERY_MS = 500;
const MAX_CLIENTS = 12;

/** Clients that come, go, lose their line and fall silent, a step every half second, as the seed has it. */
export async function startChurn(port: number, token: string, seed: string): Promise<Churn> {
  const random = createRandom(`${seed}/churn`);
  const counts = { joined: 0, left: 0, cut: 0, silenced: 0, mended: 0 };
  const members = new Set<{ client: LiveClient; link: Link }>();
  let isStopped = false;

  async function join(): Promise<void> {
    const link = await openLink(() => port);
    const client = createLiveClient();
    client.connect({ url: link.url, credentials: fixedCredentials(token) });
    members.add({ client, link });
    counts.joined += 1;
  }

  async function leave(member: { client: LiveClient; link: Link }): Promise<void> {
    members.delete(member);
    member.client.stop();
    await member.link.close();
    counts.left += 1;
  }

  async function step(): Promise<void> {
    if (members.size < 2 || (members.size < MAX_CLIENTS && random.chance(0.2))) {
      await join();
      return;
    }
    const member = random.pick([...members]);
    switch (random.integer(0, 4)) {
      case 0:
        await leave(member);
        break;
      case 1:
        member.link.set('cut');
        counts.cut += 1;
        break;
      case 2:
        member.link.set('half_open');
        counts.silenced += 1;
        break;
      default:
        member.link.set('whole');
        counts.mended += 1;
    }
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      await step();
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }

  const running = run();
  return {
    counts,
    async stop() {
      isStopped = true;
      await running;
      for (const member of [...members]) await leave(member);
    },
  };
}
