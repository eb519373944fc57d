import {
  INCIDENT_MILESTONES,
  type IncidentMilestone,
  type IncidentMilestones,
} from '@shared/domain/incident';

export interface MilestoneStep {
  milestone: IncidentMilestone;
  /** Unix ms; null: it did not occur, or nobody recorded it. */
  atMs: number | null;
  /** From the last step that has a time; null for the first one and for steps without a time. May be negative. */
  sincePreviousMs: number | null;
}

/** The milestones in their order, each with the time since the one before it. */
export function milestoneSteps(milestones: IncidentMilestones): MilestoneStep[] {
  let previousMs: number | null = null;
  return INCIDENT_MILESTONES.map((milestone) => {
    const at = milestones[milestone];
    if (at === null) return { milestone, atMs: null, sincePreviousMs: null };
    const atMs = Date.parse(at);
    const sincePreviousMs = previousMs === null ? null : atMs - previousMs;
    previousMs = atMs;
    return { milestone, atMs, sincePreviousMs };
  });
}
