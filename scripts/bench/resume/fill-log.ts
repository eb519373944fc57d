import { randomUUID } from 'node:crypto';

import type { CityPack } from '@shared/domain/city-pack';
import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import type { LngLat } from '@shared/domain/lng-lat';
import type { Actor } from '@shared/protocol/changes';

import { systemClock as clock } from '../../../src/backend/clock';
import { insertComplaint } from '../../../src/backend/store/complaints';
import { insertIncident } from '../../../src/backend/store/incidents';
import type { Store } from '../../../src/backend/store/open-store';

const ACTOR: Actor = { kind: 'integration', id: 'bench' };
const PER_TRANSACTION = 250;

/** Open incidents, each with its change. */
export async function fillIncidents(store: Store, city: CityPack, count: number): Promise<void> {
  const category = firstOf(city.incidentCategories);
  await inTransactions(count, (index) =>
    store.transact(ACTOR, async (tx) => {
      for (let number = index; number < Math.min(index + PER_TRANSACTION, count); number += 1) {
        const incident = incidentAt(number, category.code, city.city.center);
        await insertIncident(tx.db, incident, clock.now());
        tx.append({ type: 'incident.opened', data: { incident } });
      }
    }),
  );
}

/** Open complaints, each with its change. @param from where their numbering begins */
export async function fillComplaints(
  store: Store,
  city: CityPack,
  from: number,
  count: number,
): Promise<void> {
  const category = firstOf(city.complaintCategories);
  await inTransactions(count, (index) =>
    store.transact(ACTOR, async (tx) => {
      for (let number = index; number < Math.min(index + PER_TRANSACTION, count); number += 1) {
        const complaint = complaintAt(from + number, category, city.city.center);
        await insertComplaint(tx.db, complaint);
        tx.append({ type: 'complaint.received', data: { complaint } });
      }
    }),
  );
}

async function inTransactions(
  count: number,
  write: (index: number) => Promise<unknown>,
): Promise<void> {
  for (let index = 0; index < count; index += PER_TRANSACTION) await write(index);
}

function incidentAt(number: number, categoryCode: string, center: LngLat): Incident {
  const at = clock.now();
  return {
    id: randomUUID(),
    number: `112-UJI-${String(number)}`,
    categoryCode,
    subcategoryCode: null,
    priority: 'P2',
    state: 'received',
    area: { kind: 'unknown' },
    lngLat: near(center, number),
    agencyCodes: [],
    milestones: {
      callReceivedAt: at,
      callAnsweredAt: at,
      verifiedAt: null,
      forwardedAt: null,
      acknowledgedAt: null,
      dispatchedAt: null,
      enRouteAt: null,
      onSceneAt: null,
      underControlAt: null,
      resolvedAt: null,
      closedAt: null,
    },
    endedAt: null,
    noteCount: 0,
    provenance: null,
    version: 1,
  };
}

function complaintAt(
  number: number,
  category: { code: string; agencyCode: string },
  center: LngLat,
): Complaint {
  const at = clock.now();
  return {
    id: randomUUID(),
    number: `ADU-UJI-${String(number)}`,
    categoryCode: category.code,
    class: 'pengaduan',
    channel: 'whatsapp',
    state: 'masuk',
    area: { kind: 'unknown' },
    lngLat: near(center, number),
    agencyCode: category.agencyCode,
    receivedAt: at,
    firstResponseAt: null,
    dueAt: at,
    endedAt: null,
    provenance: null,
    version: 1,
  };
}

function near([lng, lat]: LngLat, number: number): LngLat {
  return [lng + (number % 97) / 2_000, lat + (number % 89) / 2_000];
}

function firstOf<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error('the city pack has no categories');
  return first;
}
