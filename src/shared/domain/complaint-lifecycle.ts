import type { ComplaintState } from './complaint';
import type { Performer } from './incident-lifecycle';

export interface ComplaintTransition {
  from: ComplaintState;
  to: ComplaintState;
  by: readonly Performer[];
  source: string;
}

const LAPOR = 'SP4N-LAPOR states';
const JAKI = 'JAKI states';
const FMS = 'FixMyStreet states';

const desk = ['operator', 'supervisor', 'integration'] as const;
const agency = ['opd', 'supervisor', 'integration'] as const;

const beforeWork = [
  'masuk',
  'diverifikasi',
  'dibuka_kembali',
] as const satisfies readonly ComplaintState[];
const withAgency = [
  'didisposisikan',
  'dikoordinasikan',
  'diproses',
] as const satisfies readonly ComplaintState[];

export const COMPLAINT_TRANSITIONS: readonly ComplaintTransition[] = [
  { from: 'masuk', to: 'diverifikasi', by: desk, source: LAPOR },
  { from: 'diverifikasi', to: 'didisposisikan', by: desk, source: LAPOR },
  { from: 'dibuka_kembali', to: 'didisposisikan', by: desk, source: LAPOR },
  { from: 'didisposisikan', to: 'dikoordinasikan', by: agency, source: JAKI },
  { from: 'didisposisikan', to: 'diproses', by: agency, source: LAPOR },
  // Sent to the wrong agency: it goes back to the desk's choice of another.
  { from: 'didisposisikan', to: 'didisposisikan', by: desk, source: LAPOR },
  { from: 'dikoordinasikan', to: 'didisposisikan', by: desk, source: JAKI },
  { from: 'dikoordinasikan', to: 'diproses', by: agency, source: JAKI },
  { from: 'diproses', to: 'menunggu_validasi', by: agency, source: JAKI },
  { from: 'diproses', to: 'tunda', by: agency, source: FMS },
  { from: 'tunda', to: 'diproses', by: agency, source: FMS },
  { from: 'menunggu_validasi', to: 'selesai', by: desk, source: JAKI },
  { from: 'menunggu_validasi', to: 'diproses', by: desk, source: JAKI },
  { from: 'selesai', to: 'dibuka_kembali', by: desk, source: LAPOR },
  ...beforeWork.flatMap((from): ComplaintTransition[] => [
    { from, to: 'bukan_wewenang', by: desk, source: LAPOR },
    { from, to: 'duplikat', by: desk, source: FMS },
    { from, to: 'arsip', by: desk, source: LAPOR },
  ]),
  ...withAgency.map(
    (from): ComplaintTransition => ({
      from,
      to: 'bukan_wewenang',
      by: agency,
      source: LAPOR,
    }),
  ),
];

export function findComplaintTransition(
  from: ComplaintState,
  to: ComplaintState,
): ComplaintTransition | undefined {
  return COMPLAINT_TRANSITIONS.find((row) => row.from === from && row.to === to);
}

export function nextComplaintStates(from: ComplaintState): ComplaintState[] {
  return COMPLAINT_TRANSITIONS.filter((row) => row.from === from).map((row) => row.to);
}

/** States that count as a first response to the citizen: someone took it up. */
export function isFirstResponse(state: ComplaintState): boolean {
  return state !== 'masuk' && state !== 'diverifikasi' && state !== 'dibuka_kembali';
}
