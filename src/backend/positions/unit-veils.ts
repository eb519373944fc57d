import type { Audience } from '@shared/domain/audience';
import {
  type DisclosurePolicy,
  type IncidentFacts,
  sightOfIncident,
} from '@shared/domain/disclosure';
import { distanceMeters, type LngLat } from '@shared/domain/lng-lat';
import type { LoggedChange } from '@shared/protocol/logged-change';
import type { PositionTuple } from '@shared/protocol/positions';

import type { UnitOnIncident } from '../store/assignments';

/**
 * Units whose position would tell where a sensitive incident is: those on one, and those that were until they
 * have left its neighbourhood. Who may not know the place is not told where they are meanwhile.
 */
export interface UnitVeils {
  mayTell(audience: Audience, position: PositionTuple): boolean;
  /** Learn of units that go on incidents and come off them. */
  apply(batch: readonly LoggedChange[]): void;
  /** Learn where units are now, so that a veil falls once its unit is far enough away. */
  observe(moved: readonly PositionTuple[]): void;
}

/** About three streets. A unit is seen again this far from the place, or from where it was when it was cleared. */
const QUIET_METERS = 500;

interface Veil {
  incidentId: string;
  facts: IncidentFacts;
  /** What the unit must get away from; where the incident's place is not known, its own first place afterwards. */
  place: LngLat | null;
  isOver: boolean;
}

/** @param initial from the store, at start: in the order of their dispatch */
export function createUnitVeils(
  policy: DisclosurePolicy,
  initial: readonly UnitOnIncident[],
): UnitVeils {
  const veils = new Map<string, Veil>();

  function cover({ unitId, incidentId, incident, isOver }: UnitOnIncident): void {
    if (!policy.isSensitive(incident.categoryCode)) return;
    const { lngLat: place, ...facts } = incident;
    veils.set(unitId, { incidentId, facts, place, isOver });
  }

  function forwardFurther(incidentId: string, agencyCodes: readonly string[]): void {
    for (const veil of veils.values())
      if (veil.incidentId === incidentId)
        veil.facts = { ...veil.facts, agencyCodes: [...agencyCodes] };
  }

  for (const unit of initial) cover(unit);
  return {
    mayTell(audience, [unitId]) {
      const veil = veils.get(unitId);
      if (veil === undefined) return true;
      const sight = sightOfIncident(audience, veil.facts, policy);
      return sight === 'whole' || sight === 'forwarded';
    },
    apply(batch) {
      for (const { change, incident } of batch) {
        if (change.type === 'incident.transitioned')
          forwardFurther(change.data.incidentId, change.data.agencyCodes);
        if (change.type === 'assignment.dispatched' && incident !== null) {
          const { unitId, incidentId } = change.data.assignment;
          cover({ unitId, incidentId, incident, isOver: false });
        }
        if (change.type === 'assignment.cleared') {
          const veil = veils.get(change.data.assignment.unitId);
          if (veil?.incidentId === change.data.assignment.incidentId) veil.isOver = true;
        }
        if (change.type === 'unit.retired') veils.delete(change.data.unitId);
      }
    },
    observe(moved) {
      if (veils.size === 0) return;
      for (const [unitId, lng, lat] of moved) {
        const veil = veils.get(unitId);
        if (veil?.isOver !== true) continue;
        veil.place ??= [lng, lat];
        if (distanceMeters(veil.place, [lng, lat]) >= QUIET_METERS) veils.delete(unitId);
      }
    },
  };
}
