/** What can go wrong here. */
export const FAULT_KINDS = [
  'kill_node',
  'kill_postgres',
  'cut_link',
  'half_open_link',
  'slow_link',
  'lost_replies',
  'delayed_requests',
  'duplicated_requests',
  'clock_jump',
  'disk_full',
  'suspended_client',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Whether a client loses its line, or the server its database, so that there is something to recover from. */
export const BREAKS_STREAM = {
  kill_node: true,
  kill_postgres: true,
  cut_link: true,
  half_open_link: true,
  slow_link: true,
  lost_replies: false,
  delayed_requests: false,
  duplicated_requests: false,
  clock_jump: false,
  disk_full: true,
  suspended_client: true,
} as const satisfies Record<FaultKind, boolean>;
