import { randomUUID } from 'node:crypto';

import type { Complaint } from '@shared/domain/complaint';
import { slaDueAt } from '@shared/domain/sla';
import type { ReceiveComplaint } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { AppError } from '../errors';
import { findComplaintIdByProvenance, insertComplaint } from '../store/complaints';
import { areaToRecord } from './check-area';
import { withOwnProvenance } from './check-binding';
import { refuseFuture } from './check-instant';
import { requireKnown } from './check-known';
import type { Deps } from './deps';
import { COMPLAINT_NUMBER_PREFIX, takeRecordNumber } from './record-number';
import { type Caller, runWrite } from './run-write';

/**
 * Receive a citizen's complaint in state `masuk` and append `complaint.received`. Its category says which
 * agency it lies with and, by the SLA table as it is now, when it is due. The same source and external id
 * again is a replay.
 * @throws AppError forbidden | validation_failed
 */
export async function receiveComplaint(
  deps: Deps,
  wish: ReceiveComplaint,
  caller: Caller,
): Promise<WriteReply> {
  const command = withOwnProvenance(wish, caller);
  const { city, clock } = deps;
  const category = requireKnown(
    'categoryCode',
    command.categoryCode,
    city.complaintCategories,
    ({ code }) => code,
  );
  const receivedAt = command.receivedAt ?? clock.now();
  refuseFuture(clock, 'receivedAt', receivedAt);
  const lngLat = command.lngLat ?? null;
  const area = areaToRecord(deps, command.area, lngLat);
  const { provenance } = command;

  return runWrite(deps, caller, { action: 'complaint.receive' }, async (tx) => {
    const existing = provenance && (await findComplaintIdByProvenance(tx.db, provenance));
    if (existing) return { id: existing, replayed: true };
    const complaint: Complaint = {
      id: randomUUID(),
      number: await takeRecordNumber(tx.db, 'complaint', COMPLAINT_NUMBER_PREFIX, receivedAt),
      categoryCode: category.code,
      class: command.class ?? category.defaultClass,
      channel: command.channel,
      state: 'masuk',
      area,
      lngLat,
      agencyCode: category.agencyCode,
      receivedAt,
      firstResponseAt: null,
      dueAt: slaDueAt(receivedAt, category.slaCode, city.sla),
      endedAt: null,
      provenance: provenance ?? null,
      version: 1,
    };
    if (!(await insertComplaint(tx.db, complaint))) {
      // Two of the same came at once and this one was second.
      throw new AppError(
        'unavailable',
        'The same complaint is being recorded by another request. Send it again.',
      );
    }
    tx.append({ type: 'complaint.received', data: { complaint } });
    return { id: complaint.id, replayed: false };
  });
}
