import { RECORD_KINDS, type RecordKind } from './world';

/** What a run has and a drawn case only names. */
export interface Pool {
  /** Ids seen in answers, oldest first. */
  readonly ids: Record<RecordKind, string[]>;
  /** By name. */
  readonly tokens: Readonly<Record<string, string>>;
  nowMs: number;
}

const MARK = /@(\w+):([\w-]+)@/g;
const NO_SUCH_ID = '00000000-0000-7000-8000-000000000000';

/** Put in what the marks of a case stand for: ids, times, tokens. Other text between two @ stays. */
export function fillMarks(text: string, pool: Pool): string {
  return text.replace(MARK, (mark, name: string, value: string) => {
    if (name === 'token') return pool.tokens[value] ?? 'no-such-token';
    if (name === 'ago') return new Date(pool.nowMs - Number(value) * 1_000).toISOString();
    const kind = RECORD_KINDS.find((candidate) => candidate === name);
    if (kind === undefined) return mark;
    const ids = pool.ids[kind];
    return ids[Number(value) % (ids.length + 1)] ?? NO_SUCH_ID;
  });
}
