import type { UnitStatusDefinition } from '@shared/domain/city-pack';
import type { Unit } from '@shared/domain/unit';
import type { AvailabilityClass, UnitStatusMeaning } from '@shared/domain/unit-status';

/** What a meaning says of availability where the city's table does not know the status. */
const CLASS_OF_MEANING = {
  available_at_station: 'available',
  available_mobile: 'available',
  reserved: 'conditional',
  dispatched: 'committed',
  en_route: 'committed',
  on_scene: 'committed',
  transporting: 'committed',
  at_hospital: 'committed',
  returning: 'conditional',
  break: 'unavailable',
  maintenance: 'unavailable',
  off_duty: 'unavailable',
} as const satisfies Record<UnitStatusMeaning, AvailabilityClass>;

/** The availability class of a unit's status: the city's table decides, else the status's meaning. */
export function availabilityOf(
  unit: Unit,
  statuses: readonly UnitStatusDefinition[],
): AvailabilityClass {
  const known = statuses.find(({ code }) => code === unit.statusCode);
  return known?.availabilityClass ?? CLASS_OF_MEANING[unit.statusMeaning];
}

export function countByAvailability(
  units: Iterable<Unit>,
  statuses: readonly UnitStatusDefinition[],
): Record<AvailabilityClass, number> {
  const counts = { available: 0, conditional: 0, committed: 0, unavailable: 0 };
  for (const unit of units) counts[availabilityOf(unit, statuses)] += 1;
  return counts;
}
