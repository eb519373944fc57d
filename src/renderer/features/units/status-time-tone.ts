import type { UnitStatusDefinition } from '@shared/domain/city-pack';

export type StatusTimeTone = 'normal' | 'warn' | 'alert';

/** Whether a unit has been in its status for longer than the city finds usual. */
export function statusTimeTone(
  inStatusMs: number,
  definition: Pick<UnitStatusDefinition, 'warnAfterMs' | 'alertAfterMs'> | undefined,
): StatusTimeTone {
  const { warnAfterMs = null, alertAfterMs = null } = definition ?? {};
  if (alertAfterMs !== null && inStatusMs >= alertAfterMs) return 'alert';
  if (warnAfterMs !== null && inStatusMs >= warnAfterMs) return 'warn';
  return 'normal';
}
