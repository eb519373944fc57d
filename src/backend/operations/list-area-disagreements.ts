import type { Area } from '@shared/domain/area';
import type { AreaDisagreement, AreaDisagreements } from '@shared/protocol/areas';

import { listPositionedRecords, type PositionedRecord } from '../store/positioned-records';
import type { Deps } from './deps';

/** Records whose position lies in another area than the one stored on them. Nothing is changed. */
export async function listAreaDisagreements(
  deps: Pick<Deps, 'areas' | 'city'> & { store: Pick<Deps['store'], 'db'> },
): Promise<AreaDisagreements> {
  const records = await listPositionedRecords(deps.store.db);
  const disagreements = records.flatMap((record) => disagreementOf(deps, record) ?? []);
  return { checked: records.length, disagreements };
}

function disagreementOf(
  { areas, city }: Pick<Deps, 'areas' | 'city'>,
  { area: stored, ...record }: PositionedRecord,
): AreaDisagreement | null {
  const found = areas.locate(record.lngLat);
  if (agree(stored, found)) return null;
  const codes =
    stored.kind !== 'in_city'
      ? []
      : stored.kelurahanCode !== null
        ? [stored.kelurahanCode]
        : city.kelurahan.flatMap(({ code, kecamatanCode }) =>
            kecamatanCode === stored.kecamatanCode ? [code] : [],
          );
  const distance = areas.current().index.distanceToBorder(record.lngLat, new Set(codes));
  return {
    ...record,
    stored,
    found,
    distanceMeters: distance === null ? null : Math.round(distance * 10) / 10,
  };
}

/** A record that names its kecamatan only agrees with every kelurahan in it. */
function agree(stored: Area, found: Area): boolean {
  if (stored.kind !== 'in_city' || found.kind !== 'in_city') return stored.kind === found.kind;
  return stored.kelurahanCode === null
    ? stored.kecamatanCode === found.kecamatanCode
    : stored.kelurahanCode === found.kelurahanCode;
}
