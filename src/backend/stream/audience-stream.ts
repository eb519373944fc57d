import { createHash } from 'node:crypto';

import { type Audience, audienceKey, streamIdFor } from '@shared/domain/audience';
import type { DisclosurePolicy, DisclosureSource } from '@shared/domain/disclosure';
import type { Change } from '@shared/protocol/changes';
import type { LoggedChange } from '@shared/protocol/logged-change';
import { renderChange } from '@shared/protocol/render-change';
import { renderSnapshot } from '@shared/protocol/render-snapshot';
import type { Snapshot } from '@shared/protocol/snapshot';

import type { ChangeSource, LogHead } from './change-source';
import { shareSnapshot } from './shared-snapshot';

/** The log as one audience is told of it: nothing else of the log reaches its sockets. */
export interface AudienceStream {
  audience: Audience;
  /** One word, for rooms and metrics. */
  key: string;
  /** Its stream's identity, which a resume point must name. */
  streamIdOf(logId: string): string;
  readHead(): Promise<LogHead>;
  readChangesAfter(seq: number, limit: number): Promise<Change[]>;
  /** One read, and one rendering, for all who ask while it is under way. */
  readSnapshot(): Promise<Snapshot>;
  render(batch: readonly LoggedChange[]): Change[];
}

interface Deps {
  source: Pick<ChangeSource, 'readHead' | 'readChangesAfter' | 'readSnapshot'>;
  policy: DisclosurePolicy;
  /** Stands for the policy in streams' identities; `rulesOf` the same city. */
  rules: string;
}

/** @returns the stream of an audience, the same one each time */
export function createAudienceStreams({
  source,
  policy,
  rules,
}: Deps): (audience: Audience) => AudienceStream {
  // As many as there are agencies and classes of displays, at most.
  const streams = new Map<string, AudienceStream>();
  const readWhole = shareSnapshot(() => source.readSnapshot());

  function create(audience: Audience, key: string): AudienceStream {
    const streamIdOf = (logId: string): string => streamIdFor(logId, audience, rules);
    const render = (batch: readonly LoggedChange[]): Change[] =>
      batch.map((logged) => renderChange(audience, logged, policy));
    return {
      audience,
      key,
      streamIdOf,
      async readHead() {
        const { streamId, seq } = await source.readHead();
        return { streamId: streamIdOf(streamId), seq };
      },
      readChangesAfter: async (seq, limit) => render(await source.readChangesAfter(seq, limit)),
      readSnapshot: shareSnapshot(async () => renderSnapshot(audience, await readWhole(), policy)),
      render,
    };
  }

  return (audience) => {
    const key = audienceKey(audience);
    const known = streams.get(key);
    if (known !== undefined) return known;
    const stream = create(audience, key);
    streams.set(key, stream);
    return stream;
  };
}

/** Raised when the code of `render…` tells other things of the same records than before. */
const RENDERING = 1;

/** A fingerprint of all that decides what is told of a record: 8 hexadecimal digits, the same on every node. */
export function rulesOf({
  incidentCategories,
  privacy,
  kelurahan,
  kelurahanAreas,
}: DisclosureSource): string {
  const text = JSON.stringify([
    RENDERING,
    incidentCategories.map(({ code, isSensitive }) => [code, isSensitive]),
    privacy.displayClasses.map(({ code, sensitive }) => [code, sensitive]),
    kelurahan.map(({ code, center, areaKm2 }) => [code, center, areaKm2]),
    kelurahanAreas.features.map(({ properties, geometry }) => [properties.code, geometry]),
  ]);
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
