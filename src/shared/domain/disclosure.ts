import { assertNever } from '../assert';
import { createAreaSpots, type SpotOf, type SpotSource } from './area-spots';
import type { Audience } from './audience';
import type { CityPack, DisplayClass } from './city-pack';
import type { Incident } from './incident';

/** What of the city decides how much is told of a record; made once, of the city pack. */
export interface DisclosurePolicy {
  /** A category that the pack does not know counts as one. */
  isSensitive(categoryCode: string): boolean;
  /** Where a record is shown to those who may know its area only. */
  spotOf: SpotOf;
  /** A class that the pack does not know hides. */
  ofDisplayClass(code: string): DisplayClass['sensitive'];
}

/** The part of a city pack that the policy is made of: where it changes, other things are told of the same records. */
export type DisclosureSource = SpotSource & Pick<CityPack, 'incidentCategories' | 'privacy'>;

export function createDisclosurePolicy(city: DisclosureSource): DisclosurePolicy {
  const told = new Set(
    city.incidentCategories.filter(({ isSensitive }) => !isSensitive).map(({ code }) => code),
  );
  const classes = new Map(
    city.privacy.displayClasses.map(({ code, sensitive }) => [code, sensitive]),
  );
  return {
    isSensitive: (categoryCode) => !told.has(categoryCode),
    spotOf: createAreaSpots(city),
    ofDisplayClass: (code) => classes.get(code) ?? 'hidden',
  };
}

/**
 * How much of an incident an audience sees.
 * - `whole`: everything in the record;
 * - `forwarded`: everything but where it was imported from, for the agencies that handle it;
 * - `area`: what it is, and its kelurahan;
 * - `dimmed`: that there is one in the kelurahan, how urgent and how far it is handled;
 * - `hidden`: nothing, not even that there is one.
 */
export type IncidentSight = 'whole' | 'forwarded' | 'area' | 'dimmed' | 'hidden';

/** What the sight of an incident depends on. The category never changes; agencies are only ever added. */
export type IncidentFacts = Pick<Incident, 'categoryCode' | 'agencyCodes'>;

/**
 * @source docs/adr/0007-what-each-audience-is-told.md
 */
export function sightOfIncident(
  audience: Audience,
  { categoryCode, agencyCodes }: IncidentFacts,
  policy: DisclosurePolicy,
): IncidentSight {
  switch (audience.kind) {
    case 'room':
      return 'whole';
    case 'opd':
      if (agencyCodes.includes(audience.agencyCode)) return 'forwarded';
      // Never hidden: an incident that is there for an agency from its first moment can be disclosed to it by
      // one record, with the assignments it has already been told of.
      return policy.isSensitive(categoryCode) ? 'dimmed' : 'area';
    case 'executive':
      return policy.isSensitive(categoryCode) ? 'dimmed' : 'area';
    case 'display':
      return policy.isSensitive(categoryCode)
        ? policy.ofDisplayClass(audience.displayClass)
        : 'area';
    default:
      return assertNever(audience);
  }
}
