/**
 * What charts are drawn in, by the tokens' names: incidents warm, complaints and everything measured cool, red for
 * breached deadlines alone. Calls have tokens of their own (`callType`).
 */
export const chartColors = {
  /** Quieter than an incident on the map: a chart's columns are many. */
  incident: 'color-mix(in srgb, var(--cc-priority-p2) 82%, var(--cc-panel))',
  complaint: 'var(--cc-area-ramp-4)',
  breach: 'var(--cc-priority-p1)',
  p50: 'var(--cc-accent)',
  p90: 'var(--cc-text)',
} as const;
