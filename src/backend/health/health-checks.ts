import type { Clock } from '../clock';

/** What must hold for a node to be worth sending somebody to. */
export const CHECKS = ['log', 'store', 'running'] as const;
export type Check = (typeof CHECKS)[number];

export interface Readiness {
  isReady: boolean;
  /** Each check that fails, and in words what that means. */
  failing: Partial<Record<Check, string>>;
}

interface Deps {
  /** Whether the change log was read within the last three seconds. */
  isLogReadable: () => boolean;
  /** One small read of the database. */
  askStore: () => Promise<unknown>;
  isStopping: () => boolean;
  clock: Clock;
}

const STORE_LIMIT_MS = 2_000;
/** However many ask, the database is asked this often. */
const STORE_EVERY_MS = 1_000;

const MEANING: Record<Check, string> = {
  log: 'the change log could not be read for 3 s',
  store: 'the database does not answer within 2 s',
  running: 'the backend is stopping',
};

/** @returns a function that looks at all of them; it never takes longer than the database may */
export function createHealthChecks(deps: Deps): () => Promise<Readiness> {
  const storeAnswers = createStoreProbe(deps);
  return async () => {
    const holds: Record<Check, boolean> = {
      store: await storeAnswers(),
      log: deps.isLogReadable(),
      running: !deps.isStopping(),
    };
    const failing = CHECKS.filter((check) => !holds[check]);
    return {
      isReady: failing.length === 0,
      failing: Object.fromEntries(failing.map((check) => [check, MEANING[check]])),
    };
  };
}

/** One question at a time, whose answer counts for a second: health is asked for without a token. */
function createStoreProbe({ askStore, clock }: Deps): () => Promise<boolean> {
  let question = Promise.resolve(false);
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let isPending = false;

  function ask(): Promise<boolean> {
    isPending = true;
    return askStore()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        isPending = false;
      });
  }

  return () => {
    const nowMs = clock.nowMs();
    // Either way: a clock that was set back must not keep an old answer alive.
    const ageMs = Math.abs(nowMs - askedAtMs);
    if (isPending) return within(question, Math.max(0, STORE_LIMIT_MS - ageMs));
    if (ageMs < STORE_EVERY_MS) return question;
    askedAtMs = nowMs;
    question = ask();
    return within(question, STORE_LIMIT_MS);
  };
}

async function within(question: Promise<boolean>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([question, limit]);
  } finally {
    clearTimeout(timer);
  }
}
