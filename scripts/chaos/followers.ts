import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

import {
  type Description,
  type FollowerOrder,
  type FollowerReport,
  followerReportSchema,
} from './messages';

/** A client of the stream in a process of its own. */
export interface Follower {
  readonly name: string;
  follow(url: string, token: string): void;
  /** Unix ms of when it was live with everything up to `seq`; null: not within the limit. */
  liveAt(seq: number, limitMs: number): Promise<number | null>;
  describe(withText: boolean): Promise<Description>;
  /** Stop the whole process, timers and all, as a laptop that is shut. */
  suspend(): void;
  wake(): void;
  end(): void;
}

/** @throws Error when it does not start */
export async function startFollower(name: string): Promise<Follower> {
  const child: ChildProcess = fork(new URL('./follower.ts', import.meta.url), {
    // Whoever runs this may have loaded it in another way.
    execArgv: ['--import', 'tsx'],
    stdio: 'inherit',
  });
  const reports = new EventEmitter();
  child.on('message', (message) => {
    const report = followerReportSchema.parse(message);
    reports.emit(report.kind, report);
  });
  const tell = (order: FollowerOrder): void => void child.send(order);
  await Promise.race([
    once(reports, 'started'),
    once(child, 'exit').then(() => Promise.reject(new Error(`follower ${name} did not start`))),
  ]);
  let watches = 0;
  return {
    name,
    follow: (url, token) => tell({ kind: 'follow', url, token }),
    async liveAt(seq, limitMs) {
      watches += 1;
      const id = watches;
      const reached = nextOf(reports, 'reached', (report) => report.id === id);
      tell({ kind: 'watch', id, seq });
      const report = await Promise.race([reached, delay(limitMs, null, { ref: false })]);
      return report?.atMs ?? null;
    },
    describe(withText) {
      const description = nextOf(reports, 'description', () => true);
      tell({ kind: 'describe', withText });
      return description;
    },
    suspend: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    end() {
      child.kill('SIGCONT');
      child.kill('SIGKILL');
    },
  };
}

function nextOf<K extends FollowerReport['kind']>(
  reports: EventEmitter,
  kind: K,
  fits: (report: Extract<FollowerReport, { kind: K }>) => boolean,
): Promise<Extract<FollowerReport, { kind: K }>> {
  return new Promise((resolve) => {
    const listen = (report: Extract<FollowerReport, { kind: K }>): void => {
      if (!fits(report)) return;
      reports.off(kind, listen);
      resolve(report);
    };
    reports.on(kind, listen);
  });
}
