import type { Audience } from '@shared/domain/audience';
import { type CityPack, ROOM_DISPLAY_CLASS } from '@shared/domain/city-pack';
import { createDisclosurePolicy, type DisclosurePolicy } from '@shared/domain/disclosure';
import type { Incident } from '@shared/domain/incident';
import { renderIncident } from '@shared/domain/render-record';

/**
 * What a wall may show of an incident, by the same rules as the server's: for the wall workspace may be open in
 * the window of somebody who is told more. What the server has rendered for a display stays as it is told.
 * @returns null where it may show nothing
 */
export function publicIncident(incident: Incident, city: CityPack): Incident | null {
  return renderIncident(WALL, incident, policyOf(city));
}

const WALL: Audience = { kind: 'display', displayClass: ROOM_DISPLAY_CLASS };

const policies = new WeakMap<CityPack, DisclosurePolicy>();

function policyOf(city: CityPack): DisclosurePolicy {
  const known = policies.get(city);
  if (known !== undefined) return known;
  const policy = createDisclosurePolicy(city);
  policies.set(city, policy);
  return policy;
}
