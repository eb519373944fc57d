import { type Incident, incidentStartedAt } from '@shared/domain/incident';

import type { LiveClient, LiveStoreState } from '../../live/model';
import type { Scheduler } from '../../live/scheduler';
import {
  advanceShow,
  type CriticalIncident,
  nextChangeAtMs,
  noteCritical,
  type WallPlan,
  type WallShow,
} from './wall-show';

export interface WallShowInputs {
  client: Pick<LiveClient, 'store' | 'serverNowMs'>;
  plan: WallPlan;
  scheduler: Pick<Scheduler, 'monotonicMs' | 'after'>;
  /** Where the show stands: a new plan or client goes on from there. */
  from: WallShow;
  tell: (show: WallShow) => void;
}

/** Runs a wall's show on the live picture and the clock. @returns stops it */
export function runWallShow({ client, plan, scheduler, from, tell }: WallShowInputs): () => void {
  let show = from;
  let cancel: (() => void) | null = null;

  const put = (next: WallShow): void => {
    const isNew = next !== show;
    show = next;
    cancel?.();
    const atMs = nextChangeAtMs(show, plan);
    // A timer may fire a little early; then it is simply set again.
    cancel =
      atMs === null ? null : scheduler.after(Math.max(0, atMs - scheduler.monotonicMs()), tick);
    if (isNew) tell(show);
  };
  const tick = (): void => put(advanceShow(show, plan, scheduler.monotonicMs()));
  const look = ({ model, hello }: LiveStoreState): void => {
    if (model === null || hello === null) return;
    const critical = criticalOf(model.incidents.values(), client.serverNowMs());
    put(noteCritical(show, plan, critical, hello.streamId, scheduler.monotonicMs()));
  };

  tick();
  look(client.store.getState());
  const unsubscribe = client.store.subscribe((state, previous) => {
    if (state.model?.incidents !== previous.model?.incidents) look(state);
  });
  return () => {
    unsubscribe();
    cancel?.();
  };
}

function criticalOf(incidents: Iterable<Incident>, nowMs: number): CriticalIncident[] {
  return [...incidents]
    .filter(({ priority, endedAt }) => priority === 'P1' && endedAt === null)
    .map((incident) => {
      const startedAt = incidentStartedAt(incident);
      return {
        id: incident.id,
        ageMs: startedAt === null ? null : nowMs - Date.parse(startedAt),
      };
    });
}
