import type { Area } from '@shared/domain/area';
import { doublePrecision, text } from 'drizzle-orm/pg-core';

/** Where a record is: its area as columns, so that SQL can count by them, and its position. */
export const placeColumns = () => ({
  areaKind: text().$type<Area['kind']>().notNull(),
  kecamatanCode: text(),
  kelurahanCode: text(),
  kecamatanText: text(),
  kelurahanText: text(),
  lng: doublePrecision(),
  lat: doublePrecision(),
});

/** The sender's own key; unique with its source, which makes intake idempotent. */
export const provenanceColumns = () => ({
  source: text(),
  externalId: text(),
});
