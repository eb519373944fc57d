import type { WallScene } from '@shared/ipc/place';

/** What a wall is to show, and for how long. */
export interface WallPlan {
  /** In this order, again and again; with a single one nothing turns. Not empty. */
  turns: readonly { scene: WallScene; dwellMs: number }[];
  /** How long a new P1 holds the wall. */
  takeOverMs: number;
}

/** A P1 that takes the map for a while. */
export interface TakeOver {
  incidentId: string;
  sinceMs: number;
}

/** Where a wall stands in its plan. Times are monotonic ms. */
export interface WallShow {
  /** Index into the plan's turns. */
  turn: number;
  /** When the turn began. It stands still during a take-over, so that the scene gets its whole dwell. */
  turnSinceMs: number;
  takeOver: TakeOver | null;
  /** P1 incidents that wait for their take-over, first come first. Bounded. */
  waiting: readonly string[];
  /** What was open at the last look: no news. Null before the first one. */
  known: { logId: string; ids: ReadonlySet<string> } | null;
}

/** An open P1. */
export interface CriticalIncident {
  id: string;
  /** Since it began; null: not known. */
  ageMs: number | null;
}

/** More than these wait for nobody: they are on the cards, and the newest matter most. */
const MAX_WAITING = 5;
/** An import may bring incidents that began long ago; they are no news. */
const NEWS_MS = 10 * 60_000;

export function startShow(nowMs: number): WallShow {
  return { turn: 0, turnSinceMs: nowMs, takeOver: null, waiting: [], known: null };
}

/** Let time pass: take-overs end, and turns. */
export function advanceShow(show: WallShow, plan: WallPlan, nowMs: number): WallShow {
  const held = endTakeOver(show, plan, nowMs);
  if (held.takeOver !== null) return held;
  const dwellMs = plan.turns[held.turn]?.dwellMs ?? 0;
  if (plan.turns.length < 2 && held.turn === 0) return held;
  if (nowMs - held.turnSinceMs < dwellMs) return held;
  return { ...held, turn: (held.turn + 1) % plan.turns.length, turnSinceMs: nowMs };
}

/**
 * Look at the open P1 incidents. Those that were open at the first look, or in another log than the last
 * one, are no news; one that is no longer open ends its take-over at once.
 * @param logId names the change log that the incidents are of
 */
export function noteCritical(
  show: WallShow,
  plan: WallPlan,
  critical: readonly CriticalIncident[],
  logId: string,
  nowMs: number,
): WallShow {
  const ids = new Set(critical.map(({ id }) => id));
  const { known } = show;
  const news =
    known?.logId === logId
      ? critical.filter(({ id, ageMs }) => !known.ids.has(id) && (ageMs ?? 0) <= NEWS_MS)
      : [];
  const waiting = [...show.waiting.filter((id) => ids.has(id)), ...news.map(({ id }) => id)];
  const next: WallShow = {
    ...show,
    waiting: waiting.slice(-MAX_WAITING),
    known: { logId, ids },
  };
  const isOver = next.takeOver !== null && !ids.has(next.takeOver.incidentId);
  return isOver ? takeNext(next, nowMs) : endTakeOver(next, plan, nowMs);
}

/** When time alone changes the show next; null: never. */
export function nextChangeAtMs(show: WallShow, plan: WallPlan): number | null {
  if (show.takeOver !== null) return show.takeOver.sinceMs + plan.takeOverMs;
  const turn = plan.turns[show.turn];
  if (plan.turns.length < 2 || turn === undefined) return null;
  return show.turnSinceMs + turn.dwellMs;
}

/** End a take-over whose time is up, and begin one that waits. */
function endTakeOver(show: WallShow, plan: WallPlan, nowMs: number): WallShow {
  if (show.takeOver === null) return show.waiting.length === 0 ? show : takeNext(show, nowMs);
  return nowMs - show.takeOver.sinceMs < plan.takeOverMs ? show : takeNext(show, nowMs);
}

function takeNext(show: WallShow, nowMs: number): WallShow {
  const [incidentId, ...waiting] = show.waiting;
  const heldMs = show.takeOver === null ? 0 : nowMs - show.takeOver.sinceMs;
  return {
    ...show,
    waiting,
    takeOver: incidentId === undefined ? null : { incidentId, sinceMs: nowMs },
    turnSinceMs: show.turnSinceMs + heldMs,
  };
}
