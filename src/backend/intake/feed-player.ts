import { randomUUID } from 'node:crypto';

import type { Clock } from '../clock';
import type { FeedStep } from './feed-timetable';
import type { ImportProfile } from './import-profile';
import type { IntakeClient } from './intake-client';
import type { LoggedIncident } from './interpret-row';
import { sendWithRetry } from './send-with-retry';

/** What became of an incident's opening; `interrupted`: the feed was ended while the dashboard was away. */
export type Opening = 'opened' | 'repeated' | 'refused' | 'interrupted';

export interface FeedPlayer {
  open(step: FeedStep): Promise<Opening>;
  /** Take the next step of an incident; does nothing where its opening was not taken. */
  advance(step: FeedStep): Promise<void>;
  /** Incidents that were opened and not closed. */
  openCount(): number;
}

export interface PlayerDeps {
  client: IntakeClient;
  profile: ImportProfile;
  clock: Clock;
  signal: AbortSignal;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  say: (text: string) => void;
}

/**
 * Tells the intake what a feed plays, one request at a time. Each run has keys of its own: within it a
 * request that is sent again does nothing twice, and the next run can play the same log again.
 */
export function createFeedPlayer(deps: PlayerDeps): FeedPlayer {
  const { profile, clock, say } = deps;
  const runId = `feed-${randomUUID().slice(0, 8)}`;
  const send = createSender(deps, runId);
  /** Line of the log → the dashboard's incident, as long as there is a step to take. */
  const idOfLine = new Map<number, string>();
  let opened = 0;
  let closed = 0;

  return {
    async open({ incident, line }) {
      const at = clock.now();
      const provenance = {
        source: profile.source,
        externalId: `${runId}/${incident.externalId}`,
      };
      const call = profile.createsCall
        ? await send('/calls', { type: 'normal', receivedAt: at, provenance }, line, 'call')
        : null;
      if (call !== null && call.kind !== 'done') return call.kind;
      const body = openingOf(incident, call?.id ?? null, at, provenance);
      const answer = await send('/incidents', body, line, 'open');
      if (answer.kind !== 'done') return answer.kind;
      if (answer.isRepetition) {
        say(`line ${String(line)}: ${incident.externalId} stands in the log twice`);
        return 'repeated';
      }
      idOfLine.set(line, answer.id);
      opened += 1;
      say(`${at}  ${incident.categoryCode}  ${placeOf(incident)}`);
      return 'opened';
    },
    async advance({ kind, incident, line }) {
      const id = idOfLine.get(line);
      if (id === undefined) return;
      const names = kind === 'forwarded' && incident.agencyCodes.length > 0;
      const body = {
        to: kind,
        at: clock.now(),
        ...(names && { agencyCodes: incident.agencyCodes }),
      };
      const answer = await send(`/incidents/${id}/transitions`, body, line, kind);
      if (kind === 'closed' && answer.kind === 'done') closed += 1;
      // After a refusal somebody else has moved it: it is theirs from here on.
      if (kind === 'closed' || answer.kind === 'refused') idOfLine.delete(line);
    },
    openCount: () => opened - closed,
  };
}

type Sent =
  | { kind: 'done'; id: string; isRepetition: boolean }
  | { kind: 'refused' }
  | { kind: 'interrupted' };

function createSender({ client, signal, sleep, say }: PlayerDeps, runId: string) {
  return async (path: string, body: object, line: number, what: string): Promise<Sent> => {
    let wasAway = false;
    const onAway = (reason: string | null): void => {
      wasAway = true;
      say(
        reason === null
          ? 'The dashboard answers again.'
          : `The dashboard does not answer (${reason}); trying on …`,
      );
    };
    const request = { path, body, key: `${runId}-${String(line)}-${what}` };
    const answer = await sendWithRetry(client, request, { signal, sleep, onAway });
    if (answer === null) return { kind: 'interrupted' };
    if (answer.kind === 'refused') {
      say(`line ${String(line)}, ${what}: refused: ${answer.message}`);
      return { kind: 'refused' };
    }
    // Its key is new, so at the first attempt only an earlier row can have been there before.
    return { kind: 'done', id: answer.id, isRepetition: answer.replayed && !wasAway };
  };
}

function openingOf(
  { categoryCode, subcategoryCode, priority, area, lngLat }: LoggedIncident,
  callId: string | null,
  at: string,
  provenance: object,
): object {
  return {
    categoryCode,
    priority,
    area,
    callReceivedAt: at,
    provenance,
    ...(subcategoryCode !== null && { subcategoryCode }),
    ...(lngLat !== null && { lngLat }),
    ...(callId !== null && { callId }),
  };
}

function placeOf({ area }: LoggedIncident): string {
  if (area.kind === 'outside_city')
    return [area.kelurahanText, area.kecamatanText].filter((text) => text !== null).join(', ');
  return area.kind === 'in_city' ? (area.kelurahanCode ?? area.kecamatanCode) : '';
}
