import type { Area } from '@shared/domain/area';
import type { ComplaintCategory } from '@shared/domain/city-pack';
import type { Complaint, ComplaintState } from '@shared/domain/complaint';
import type { LngLat } from '@shared/domain/lng-lat';
import { HOUR_MS } from '@shared/domain/time';

import type { Spot } from './places';
import type { Random } from './random';

export interface ComplaintStep {
  to: ComplaintState;
  atMs: number;
}

export interface PlannedComplaint {
  externalId: string;
  categoryCode: string;
  class: Complaint['class'];
  channel: Complaint['channel'];
  agencyCode: string;
  slaCode: string;
  lngLat: LngLat;
  area: Area;
  receivedMs: number;
  /** In order; each is allowed after the one before it. */
  steps: readonly ComplaintStep[];
}

const CHANNELS: readonly (readonly [Complaint['channel'], number])[] = [
  ['cilegon_juare', 34],
  ['whatsapp', 22],
  ['sp4n_lapor', 16],
  ['media_sosial', 10],
  ['call_112', 8],
  ['langsung', 4],
  ['kelurahan', 4],
  ['kecamatan', 2],
];

export function planComplaint(
  externalId: string,
  receivedMs: number,
  category: ComplaintCategory,
  spot: Spot,
  random: Random,
): PlannedComplaint {
  return {
    externalId,
    categoryCode: category.code,
    class: random.weighted([
      [category.defaultClass, 8],
      ['pengaduan', 1],
      ['aspirasi', 0.6],
    ]),
    channel: random.weighted(CHANNELS),
    agencyCode: category.agencyCode,
    slaCode: category.slaCode,
    lngLat: spot.lngLat,
    area: spot.area,
    receivedMs,
    steps: planSteps(receivedMs, random),
  };
}

/** Hours until each step: log-normal, with a tail of those that lie about for weeks. */
function planSteps(receivedMs: number, random: Random): ComplaintStep[] {
  const steps: ComplaintStep[] = [];
  let atMs = receivedMs;
  const step = (to: ComplaintState, medianHours: number, spread: number): void => {
    atMs = Math.round(atMs + random.logNormal(medianHours, spread) * HOUR_MS);
    steps.push({ to, atMs });
  };
  step('diverifikasi', 2.2, 0.9);
  const sideways = random.weighted<ComplaintState | null>([
    [null, 88],
    ['bukan_wewenang', 4],
    ['duplikat', 5],
    ['arsip', 3],
  ]);
  if (sideways !== null) {
    step(sideways, 4, 0.8);
    return steps;
  }
  step('didisposisikan', 4.5, 0.9);
  if (random.chance(0.15)) step('dikoordinasikan', 6, 0.8);
  step('diproses', 9, 1);
  if (random.chance(0.06)) {
    step('tunda', 12, 0.6);
    step('diproses', 60, 0.7);
  }
  // A few lie about: waiting for material, a budget, another agency.
  if (random.chance(0.06)) step('menunggu_validasi', 220, 0.7);
  else step('menunggu_validasi', 22, 1.15);
  step('selesai', 6, 0.9);
  if (random.chance(0.02)) {
    step('dibuka_kembali', 20, 0.6);
    step('didisposisikan', 4, 0.6);
    step('diproses', 8, 0.8);
    step('menunggu_validasi', 24, 0.9);
    step('selesai', 6, 0.8);
  }
  return steps;
}
