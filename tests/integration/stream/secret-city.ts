import { COMPLAINT_STATES } from '@shared/domain/complaint';
import { INCIDENT_STATES } from '@shared/domain/incident';
import type { LngLat } from '@shared/domain/lng-lat';

import { AppError } from '../../../src/backend/errors';
import { addNote } from '../../../src/backend/operations/add-note';
import { changeArea } from '../../../src/backend/operations/change-area';
import { dispatchUnits } from '../../../src/backend/operations/dispatch-units';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { receiveComplaint } from '../../../src/backend/operations/receive-complaint';
import { recordCall } from '../../../src/backend/operations/record-call';
import { recordUnitStatus } from '../../../src/backend/operations/record-unit-status';
import { transitionComplaint } from '../../../src/backend/operations/transition-complaint';
import { transitionIncident } from '../../../src/backend/operations/transition-incident';
import type { SeededRandom } from '../../stream/seeded-random';
import { callerAs, type TestBackend } from '../../support/test-backend';

/** A city whose records are full of things that not everybody may be told, and the list of those. */
export interface SecretCity {
  /** Do one thing at random; what the rules refuse is refused. */
  act(): Promise<void>;
  incidentIds: readonly string[];
  complaintIds: readonly string[];
  /** Every word that may not reach those of an agency, or, where it is null, those of none. */
  secretsFor(agencyCode: string | null): string[];
}

/** Words of one record, and the agencies that may have them; null: nobody but the room may, ever. */
interface Secret {
  words: string[];
  toldTo: Set<string> | null;
}

/** Agencies that incidents are forwarded to here; `dlh` never is one of them. */
const FORWARD_TO = ['damkar', 'psc', 'polres'] as const;
const AREAS = [
  { kind: 'in_city', kecamatanCode: '99.99.01', kelurahanCode: '99.99.01.1002' },
  { kind: 'in_city', kecamatanCode: '99.99.02', kelurahanCode: null },
  { kind: 'unknown' },
] as const;

export function createSecretCity(backend: TestBackend, random: SeededRandom): SecretCity {
  const caller = callerAs();
  const incidentIds: string[] = [];
  const complaintIds: string[] = [];
  const secrets: Secret[] = [{ words: [caller.actor.id], toldTo: null }];
  const toldOfIncident = new Map<string, Set<string>>();
  const toldOfComplaint = new Map<string, Set<string>>();
  const unitIds = backend.city.units.map(({ callSign }) => callSign);
  const statusCodes = backend.city.unitStatuses.map(({ code }) => code);
  let count = 0;

  const secret = (kind: string): string => {
    count += 1;
    const word = `RAHASIA-${kind}-${String(count)}.`;
    secrets.push({ words: [word], toldTo: null });
    return word;
  };
  /** With more digits than a spot of the kelurahan has, so that it is found wherever it is. */
  const place = (): LngLat => [
    105.9 + random.integer(1, 1_999_999) / 1e7,
    -6.1 + random.integer(1, 1_999_999) / 1e7,
  ];
  const oneOf = <T>(items: readonly T[]): T => {
    const item = random.pick(items);
    if (item === undefined) throw new AppError('not_found', 'nothing there yet');
    return item;
  };

  async function open(): Promise<void> {
    const lngLat = place();
    const outside = `RAHASIA-ALAMAT-${String(lngLat[0])}`;
    const number = `08120${String(lngLat[1]).replace(/\D/g, '').slice(0, 8)}`;
    const { id } = await openIncident(
      backend,
      {
        categoryCode: oneOf(['KBK', 'MED', 'MED']),
        lngLat,
        ...(random.chance(0.3) && {
          area: { kind: 'outside_city', kelurahanText: outside, kecamatanText: null },
        }),
        caller: { name: secret('NAMA'), number, address: secret('JALAN') },
        provenance: { source: 'uji', externalId: secret('ASAL') },
      },
      caller,
    );
    secrets.push({ words: [number], toldTo: null });
    incidentIds.push(id);
    const toldTo = new Set<string>();
    toldOfIncident.set(id, toldTo);
    secrets.push({ words: [...lngLat.map(String), outside], toldTo });
  }

  async function receive(): Promise<void> {
    const lngLat = place();
    const { id } = await receiveComplaint(
      backend,
      {
        categoryCode: 'sampah',
        channel: 'whatsapp',
        lngLat,
        provenance: { source: 'uji', externalId: secret('ADUAN') },
      },
      caller,
    );
    complaintIds.push(id);
    const toldTo = new Set(['dlh']);
    toldOfComplaint.set(id, toldTo);
    secrets.push({ words: lngLat.map(String), toldTo });
  }

  async function step(): Promise<void> {
    const id = oneOf(incidentIds);
    const to = oneOf([...INCIDENT_STATES, 'verified', 'forwarded', 'forwarded'] as const);
    const agencyCode = oneOf(FORWARD_TO);
    await transitionIncident(
      backend,
      id,
      { to, ...(to === 'forwarded' && { agencyCodes: [agencyCode] }) },
      caller,
    );
    if (to === 'forwarded') toldOfIncident.get(id)?.add(agencyCode);
  }

  async function stepComplaint(): Promise<void> {
    const id = oneOf(complaintIds);
    const to = oneOf([...COMPLAINT_STATES, 'diverifikasi', 'didisposisikan'] as const);
    const agencyCode = to === 'didisposisikan' ? oneOf(['dlh', 'damkar', 'psc']) : undefined;
    await transitionComplaint(
      backend,
      id,
      { to, ...(agencyCode !== undefined && { agencyCode }) },
      caller,
    );
    if (agencyCode !== undefined) toldOfComplaint.get(id)?.add(agencyCode);
  }

  const actions: readonly (() => Promise<unknown>)[] = [
    open,
    open,
    receive,
    step,
    step,
    step,
    step,
    stepComplaint,
    stepComplaint,
    () => dispatchUnits(backend, oneOf(incidentIds), { unitIds: [oneOf(unitIds)] }, caller),
    () => dispatchUnits(backend, oneOf(incidentIds), { unitIds: [oneOf(unitIds)] }, caller),
    () => recordUnitStatus(backend, oneOf(unitIds), { statusCode: oneOf(statusCodes) }, caller),
    () => recordUnitStatus(backend, oneOf(unitIds), { statusCode: oneOf(statusCodes) }, caller),
    () => addNote(backend, oneOf(incidentIds), { text: secret('CATATAN') }, caller),
    () =>
      recordCall(
        backend,
        { type: 'normal', provenance: { source: 'uji', externalId: secret('PANGGILAN') } },
        caller,
      ),
    () => changeArea(backend, 'incident', oneOf(incidentIds), { area: oneOf(AREAS) }, caller),
    () => changeArea(backend, 'complaint', oneOf(complaintIds), { area: oneOf(AREAS) }, caller),
  ];

  return {
    async act() {
      try {
        await oneOf(actions)();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    },
    incidentIds,
    complaintIds,
    secretsFor: (agencyCode) =>
      secrets
        .filter(({ toldTo }) => agencyCode === null || toldTo?.has(agencyCode) !== true)
        .flatMap(({ words }) => words),
  };
}
