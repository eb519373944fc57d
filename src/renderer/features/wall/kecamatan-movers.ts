import { DAY_MS, wibDay, wibDayStart } from '@shared/domain/time';
import type { KpiPeriod, KpiReport } from '@shared/protocol/kpi';

/** Complaints received in a kecamatan in two weeks. */
export interface Mover {
  code: string;
  lately: number;
  before: number;
  change: number;
}

const WEEK_DAYS = 7;

/** The last seven whole WIB days, and the seven before. @param today `YYYY-MM-DD`, itself in neither */
export function moverPeriods(today: string): { lately: KpiPeriod; before: KpiPeriod } {
  const daysAgo = (days: number): string =>
    wibDay(new Date(Date.parse(wibDayStart(today)) - days * DAY_MS).toISOString());
  return {
    lately: { from: daysAgo(WEEK_DAYS), to: daysAgo(1) },
    before: { from: daysAgo(2 * WEEK_DAYS), to: daysAgo(WEEK_DAYS + 1) },
  };
}

type ByKecamatan = Pick<KpiReport['complaints'], 'byKecamatan'>;

/** The kecamatan whose complaints rose or fell most; those without a change are left out. */
export function moversOf(lately: ByKecamatan, before: ByKecamatan): Mover[] {
  const receivedIn = ({ byKecamatan }: ByKecamatan): Map<string, number> =>
    new Map(
      byKecamatan.flatMap(({ kecamatanCode, received }) =>
        kecamatanCode === null ? [] : [[kecamatanCode, received] as const],
      ),
    );
  const now = receivedIn(lately);
  const then = receivedIn(before);
  return [...new Set([...now.keys(), ...then.keys()])]
    .map((code) => {
      const [n, m] = [now.get(code) ?? 0, then.get(code) ?? 0];
      return { code, lately: n, before: m, change: n - m };
    })
    .filter(({ change }) => change !== 0)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || b.lately - a.lately);
}
