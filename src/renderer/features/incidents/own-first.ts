import type { Incident } from '@shared/domain/incident';

/** What was forwarded to an agency before all else; within both, the order given. @param agency null: nobody's desk */
export function ownFirst(incidents: readonly Incident[], agency: string | null): Incident[] {
  if (agency === null) return [...incidents];
  const isOwn = ({ agencyCodes }: Incident): boolean => agencyCodes.includes(agency);
  return [...incidents.filter(isOwn), ...incidents.filter((incident) => !isOwn(incident))];
}
