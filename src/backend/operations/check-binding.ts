import { randomUUID } from 'node:crypto';

import type { Provenance } from '@shared/domain/call';
import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import type { Unit } from '@shared/domain/unit';

import { AppError, notFound } from '../errors';
import type { Caller } from './run-write';

/**
 * What a role is bound to narrows what its row of the access table allows: an `opd` acts for one agency, an
 * `integration` brings the records of one source. The record decides, so this is asked where it is locked.
 */
type Bound = Pick<Caller, 'principal'>;

/**
 * An incident not forwarded to an agency is, to that agency, not there: whether it exists may be what its
 * audience must not learn, so the answer is that to an unknown id. Another source's is known to be there.
 * @throws AppError not_found | forbidden
 */
export function requireOwnIncident(
  { principal }: Bound,
  { id, agencyCodes, provenance }: Pick<Incident, 'id' | 'agencyCodes' | 'provenance'>,
): void {
  if (principal?.role === 'opd' && !agencyCodes.includes(principal.agencyCode))
    throw notFound('incident', id);
  requireOwnSource({ principal }, { provenance });
}

/** @throws AppError forbidden, naming the agency it lies with */
export function requireOwnComplaint(
  { principal }: Bound,
  { number, agencyCode, provenance }: Pick<Complaint, 'number' | 'agencyCode' | 'provenance'>,
): void {
  if (principal?.role === 'opd' && agencyCode !== principal.agencyCode)
    throw new AppError(
      'forbidden',
      `Complaint ${number} lies with ${agencyCode}, not with ${principal.agencyCode}. Ask the room to pass it on.`,
      { agencyCode },
    );
  requireOwnSource({ principal }, { provenance });
}

/** @throws AppError forbidden, naming the other agency's units */
export function requireOwnUnits(
  { principal }: Bound,
  units: readonly Pick<Unit, 'id' | 'agencyCode'>[],
): void {
  if (principal?.role !== 'opd') return;
  const others = units.filter(({ agencyCode }) => agencyCode !== principal.agencyCode);
  if (others.length === 0) return;
  throw new AppError(
    'forbidden',
    `Not of ${principal.agencyCode}: ${others.map(({ id }) => id).join(', ')}. An agency commands its own units; ask the room for others.`,
    { unitIds: others.map(({ id }) => id) },
  );
}

/**
 * The command with the provenance its record is to have: one that is bound to a source brings only records of
 * that source, and each of them.
 * @throws AppError forbidden where it names another
 */
export function withOwnProvenance<C extends { provenance?: Provenance | undefined }>(
  command: C,
  { principal }: Bound,
): C {
  if (principal?.role !== 'integration' || principal.source === null) return command;
  const { source } = principal;
  if (command.provenance !== undefined) {
    requireOwnSource({ principal }, { provenance: command.provenance });
    return command;
  }
  return { ...command, provenance: { source, externalId: randomUUID() } };
}

/** @throws AppError forbidden where the record is of another source than the caller's */
export function requireOwnSource(
  { principal }: Bound,
  { provenance }: { provenance: Provenance | null },
): void {
  if (principal?.role !== 'integration' || principal.source === null) return;
  if (provenance?.source === principal.source) return;
  throw new AppError(
    'forbidden',
    `This key is for records of the source ${principal.source}, and this one is not. Use the key of its own source.`,
    { source: principal.source },
  );
}
