import type { KpiPeriod, KpiReport } from '@shared/protocol/kpi';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { emptyReport, sampleReport } from '../../features/kpi/testing/sample-report';
import { ApiError } from '../../live/api-error';
import type { LinkState, LiveClient } from '../../live/model';
import { fakeLiveClient, modelOf } from '../testing/fake-live-client';
import { NOW_MS } from '../testing/records';
import { renderLive } from '../testing/render-live';
import { sampleCity } from '../testing/sample-city';
import { KpiWorkspace } from './kpi-workspace';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS });
  localStorage.clear();
  history.replaceState(null, '', '/kpi?periode=7h');
  // The test's DOM lays nothing out: charts are told that they have room.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(240);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type FetchKpi = (period: KpiPeriod) => Promise<KpiReport>;

async function show(
  fetchKpi: FetchKpi,
  options: { link?: LinkState; seq?: number } = {},
): Promise<{ client: LiveClient; asked: () => KpiPeriod[] }> {
  const spy = vi.fn(fetchKpi);
  const client = fakeLiveClient({
    fetchKpi: spy,
    state: {
      city: sampleCity,
      model: modelOf({ seq: options.seq ?? 40 }),
      link: options.link ?? { kind: 'live' },
    },
  });
  renderLive(client, <KpiWorkspace />);
  await settle();
  return { client, asked: () => spy.mock.calls.map(([period]) => period) };
}

/** Let what was asked be answered. */
const settle = (ms = 1) => act(() => vi.advanceTimersByTimeAsync(ms));
const tile = (name: string) => screen.getByLabelText(name, { selector: 'section' });
const never = () => new Promise<KpiReport>(() => undefined);

describe('the states of the workspace', () => {
  it('shows its own shape while the first report is on its way', async () => {
    await show(never);
    expect(screen.getByRole('status', { name: 'Memuat…' })).toBeTruthy();
  });

  it('says what will appear in a period without records', async () => {
    await show(() => Promise.resolve(emptyReport()));
    expect(screen.getByText('Belum ada catatan dalam periode ini')).toBeTruthy();
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('says why there are no figures, and tries again on request', async () => {
    const answers: FetchKpi[] = [
      () => Promise.reject(new ApiError('internal', 'Basis data tidak menjawab.', 'req-7')),
      () => Promise.resolve(sampleReport()),
    ];
    const { asked } = await show((period) => (answers.shift() ?? never)(period));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Basis data tidak menjawab. (Nomor permintaan req-7)');
    fireEvent.click(within(alert).getByRole('button', { name: 'Coba lagi' }));
    await settle();
    expect(tile('Kejadian').textContent).toContain('110');
    expect(asked()).toHaveLength(2);
  });

  it('always says how old the figures are, and is hatched while the link is stale', async () => {
    await show(() => Promise.resolve(sampleReport()), { link: { kind: 'stale', sinceMs: NOW_MS } });
    expect(screen.getByText('per 14:06:23 WIB')).toBeTruthy();
    expect(screen.getByTestId('stale-hatch')).toBeTruthy();
  });
});

describe('the period', () => {
  it('is in the address, and survives a start without one', async () => {
    const { asked } = await show(() => Promise.resolve(sampleReport()));
    fireEvent.click(screen.getByLabelText('30 hari'));
    await settle();
    expect(location.search).toBe('?periode=30h');
    expect(asked().at(-1)).toEqual({ from: '2026-10-26', to: '2026-11-24' });
    cleanup();
    history.replaceState(null, '', '/kpi');
    const again = await show(() => Promise.resolve(sampleReport()));
    expect(again.asked()).toEqual([{ from: '2026-10-26', to: '2026-11-24' }]);
  });
});
