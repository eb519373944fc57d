import type { ComplaintState } from '@shared/domain/complaint';
import type { IncidentState } from '@shared/domain/incident';
import type { UnitStatusMeaning } from '@shared/domain/unit-status';
import type { OpenIncident, ReceiveComplaint, RecordCall } from '@shared/protocol/commands';

/**
 * What the simulated city wants to tell the intake. Records are named by the simulator's own keys;
 * the sender knows the ids that the backend gave them.
 */
export type Intent =
  | { kind: 'call'; key: string; body: RecordCall }
  | { kind: 'open'; key: string; callKey: string | null; body: OpenIncident }
  | { kind: 'transition'; key: string; to: IncidentState; atMs: number }
  | { kind: 'dispatch'; key: string; unitIds: readonly string[]; atMs: number }
  | { kind: 'unit'; unitId: string; meaning: UnitStatusMeaning; atMs: number }
  | { kind: 'complaint'; key: string; body: ReceiveComplaint }
  | { kind: 'complaintStep'; key: string; to: ComplaintState; atMs: number };
export type Emit = (intent: Intent) => void;
