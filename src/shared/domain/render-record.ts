import { assertNever } from '../assert';
import type { Area } from './area';
import type { Audience } from './audience';
import type { Call } from './call';
import type { Complaint } from './complaint';
import { type DisclosurePolicy, sightOfIncident } from './disclosure';
import type { Incident } from './incident';

/** Stands for a category that is not told; drawn as it is on the map. No pack can have such a code. */
export const WITHHELD_CATEGORY = '•••';

/**
 * An incident as an audience is told of it, or null where it is told of none. Rendering what was rendered for
 * the same audience changes nothing.
 */
export function renderIncident(
  audience: Audience,
  incident: Incident,
  policy: DisclosurePolicy,
): Incident | null {
  const sight = sightOfIncident(audience, incident, policy);
  switch (sight) {
    case 'whole':
      return incident;
    case 'forwarded':
      return { ...incident, provenance: null };
    case 'area':
      return { ...incident, ...placedByArea(incident, policy), provenance: null };
    case 'dimmed':
      return {
        ...incident,
        ...placedByArea(incident, policy),
        categoryCode: WITHHELD_CATEGORY,
        subcategoryCode: null,
        // Whom it was forwarded to says what it is.
        agencyCodes: [],
        provenance: null,
      };
    case 'hidden':
      return null;
    default:
      return assertNever(sight);
  }
}

/** Whether an audience is told where the complaint is. */
export function seesPlaceOfComplaint(
  audience: Audience,
  { agencyCode }: Pick<Complaint, 'agencyCode'>,
): boolean {
  return (
    audience.kind === 'room' || (audience.kind === 'opd' && audience.agencyCode === agencyCode)
  );
}

/** A complaint as an audience is told of it: those whose it is not are told the kelurahan. */
export function renderComplaint(
  audience: Audience,
  complaint: Complaint,
  policy: DisclosurePolicy,
): Complaint {
  if (audience.kind === 'room') return complaint;
  if (seesPlaceOfComplaint(audience, complaint)) return { ...complaint, provenance: null };
  return { ...complaint, ...placedByArea(complaint, policy), provenance: null };
}

/** Calls are the room's; others count them, by the day and the type. */
export function renderCall(audience: Audience, call: Call): Call {
  if (audience.kind === 'room') return call;
  return { ...call, answeredAt: null, endedAt: null, incidentId: null, provenance: null };
}

function placedByArea(
  { id, area }: Pick<Incident, 'id' | 'area'>,
  { spotOf }: DisclosurePolicy,
): Pick<Incident, 'area' | 'lngLat'> {
  return { area: withoutWords(area), lngLat: spotOf(area, id) };
}

/** What a source wrote about a place outside the city may be an address. */
function withoutWords(area: Area): Area {
  return area.kind === 'outside_city'
    ? { kind: 'outside_city', kelurahanText: null, kecamatanText: null }
    : area;
}
