import { z } from 'zod';

import { areaSchema } from './area';
import { provenanceSchema } from './call';
import { lngLatSchema } from './lng-lat';
import { instantSchema } from './time';

/** Union of SP4N-LAPOR, JAKI and FixMyStreet. The table of steps is `complaint-lifecycle.ts`. */
export const COMPLAINT_STATES = [
  'masuk',
  'diverifikasi',
  'didisposisikan',
  'dikoordinasikan',
  'diproses',
  'menunggu_validasi',
  'selesai',
  'tunda',
  'bukan_wewenang',
  'duplikat',
  'arsip',
  'dibuka_kembali',
] as const;
export const complaintStateSchema = z.enum(COMPLAINT_STATES);
export type ComplaintState = z.infer<typeof complaintStateSchema>;

/** Whether work is left (`open`), was finished (`done`), or ended without work (`closed`). */
export type ComplaintStateKind = 'open' | 'done' | 'closed';
export const COMPLAINT_STATE_KINDS = {
  masuk: 'open',
  diverifikasi: 'open',
  didisposisikan: 'open',
  dikoordinasikan: 'open',
  diproses: 'open',
  menunggu_validasi: 'open',
  tunda: 'open',
  dibuka_kembali: 'open',
  selesai: 'done',
  bukan_wewenang: 'closed',
  duplikat: 'closed',
  arsip: 'closed',
} as const satisfies Record<ComplaintState, ComplaintStateKind>;

export function isOpenComplaintState(state: ComplaintState): boolean {
  return COMPLAINT_STATE_KINDS[state] === 'open';
}

export const complaintClassSchema = z.enum(['pengaduan', 'aspirasi', 'permintaan_informasi']);
export type ComplaintClass = z.infer<typeof complaintClassSchema>;

export const complaintChannelSchema = z.enum([
  'call_112',
  'cilegon_juare',
  'sp4n_lapor',
  'whatsapp',
  'media_sosial',
  'langsung',
  'kelurahan',
  'kecamatan',
]);
export type ComplaintChannel = z.infer<typeof complaintChannelSchema>;

/** A citizen's complaint. It carries no name, number or words of its sender. */
export const complaintSchema = z.object({
  id: z.string(),
  /** For people: `ADU-20261124-0042`, counted per WIB day. */
  number: z.string(),
  categoryCode: z.string(),
  class: complaintClassSchema,
  channel: complaintChannelSchema,
  state: complaintStateSchema,
  area: areaSchema,
  lngLat: lngLatSchema.nullable(),
  /** The agency it lies with. */
  agencyCode: z.string(),
  receivedAt: instantSchema,
  /** First time it reached a state beyond `diverifikasi`. */
  firstResponseAt: instantSchema.nullable(),
  /** Resolution deadline by the SLA table at the time of receipt. */
  dueAt: instantSchema,
  /** When it entered a done or closed state; null while open. */
  endedAt: instantSchema.nullable(),
  provenance: provenanceSchema.nullable(),
  version: z.number().int().positive(),
});
export type Complaint = z.infer<typeof complaintSchema>;
