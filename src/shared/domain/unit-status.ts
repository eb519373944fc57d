import { z } from 'zod';

/**
 * What a status *means*; rules and figures use the meaning, never the city's label or code.
 * The list of statuses (code, label, meaning, class) is city data: `unit-statuses.json`.
 */
export const UNIT_STATUS_MEANINGS = [
  'available_at_station',
  'available_mobile',
  'reserved',
  'dispatched',
  'en_route',
  'on_scene',
  'transporting',
  'at_hospital',
  'returning',
  'break',
  'maintenance',
  'off_duty',
] as const;
export const unitStatusMeaningSchema = z.enum(UNIT_STATUS_MEANINGS);
export type UnitStatusMeaning = z.infer<typeof unitStatusMeaningSchema>;

export const AVAILABILITY_CLASSES = [
  'available',
  'conditional',
  'committed',
  'unavailable',
] as const;
export const availabilityClassSchema = z.enum(AVAILABILITY_CLASSES);
export type AvailabilityClass = z.infer<typeof availabilityClassSchema>;
