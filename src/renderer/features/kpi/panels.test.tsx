import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { fakeLiveClient } from '../../app/testing/fake-live-client';
import { renderLive } from '../../app/testing/render-live';
import { sampleCity } from '../../app/testing/sample-city';
import { cityNames } from '../../i18n/city-names';
import { translate } from '../../i18n/t';
import { CallsPanel } from './calls-panel';
import { rowsByAgency, rowsByKecamatan } from './complaint-rows';
import { ComplaintsPanel } from './complaints-panel';
import { DefinitionProvider } from './definition';
import { HoursPanel } from './hours-panel';
import { ResponseByCategoryPanel } from './response-by-category-panel';
import { ResponsePanel } from './response-panel';
import { sampleReport } from './testing/sample-report';

// The test's DOM lays nothing out: charts are told that they have room.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(240);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const report = sampleReport();
const names = cityNames(sampleCity, 'id');

function show(panel: ReactNode): void {
  renderLive(
    fakeLiveClient({ state: { city: sampleCity } }),
    <DefinitionProvider report={report}>{panel}</DefinitionProvider>,
  );
}

function Complaints({ title, rows }: { title: string; rows: ReturnType<typeof rowsByAgency> }) {
  return <ComplaintsPanel title={title} heading="" standing="sekarang" rows={rows} />;
}

describe('a chart', () => {
  it('is read point by point with the arrow keys, and breaks where nothing was measured', () => {
    show(<ResponsePanel report={report} />);
    const chart = screen.getByLabelText('Waktu tiba di lokasi, per hari');
    const press = (key: string) => fireEvent.keyDown(chart, { key });
    press('ArrowRight');
    expect(chart.getAttribute('aria-valuetext')).toBe(
      'Rabu, 18 Nov 2026, P90 12,0 mnt, P50 7,0 mnt, n 14',
    );
    press('ArrowRight');
    press('ArrowRight');
    press('ArrowRight');
    expect(chart.getAttribute('aria-valuetext')).toBe(
      'Sabtu, 21 Nov 2026, P90 —, P50 —, n 0 · n kecil',
    );
    press('End');
    expect(chart.getAttribute('aria-valuetext')).toContain('Selasa, 24 Nov 2026');
    const lines = [...chart.querySelectorAll('path.recharts-line-curve')];
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.getAttribute('d')?.match(/M/g)).toHaveLength(2);
  });

  it('opens the definition of what it shows with Enter', async () => {
    show(<HoursPanel report={report} />);
    const chart = screen.getByLabelText('Kejadian per jam, jam mulai, WIB');
    fireEvent.keyDown(chart, { key: 'Enter' });
    expect((await screen.findByRole('dialog')).textContent).toContain('Kejadian per jam');
  });

  it('turns into a table of its figures and back', () => {
    show(<CallsPanel report={report} />);
    const toggle = screen.getByRole('button', { name: 'Tabel: Panggilan menurut jenis' });
    fireEvent.click(toggle);
    const table = screen.getByRole('table', { name: 'Panggilan menurut jenis' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Waktu', 'normal', 'informasi', 'prank', 'ghost', 'terputus', 'Jumlah']);
    const [first] = within(table).getAllByRole('row').slice(1);
    const cells = within(first ?? table).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual(['10', '50', '80', '54', '2', '196']);
    fireEvent.click(toggle);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('of rows is one stop of the Tab key; arrows go from figure to figure', () => {
    show(<Complaints title="Aduan per OPD" rows={rowsByAgency(report, names)} />);
    const rows = screen.getByLabelText('Aduan per OPD', { selector: 'fieldset' });
    const [first, ...others] = within(rows).getAllByRole('button');
    expect(first?.tabIndex).toBe(0);
    expect(others.every((button) => button.tabIndex === -1)).toBe(true);
    act(() => first?.focus());
    fireEvent.keyDown(document.activeElement ?? rows, { key: 'ArrowDown' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('DLH: 27 terbuka');
  });

  it('names what is in no kecamatan', () => {
    const inKecamatan = rowsByKecamatan(report, names, (key) => translate('id', key));
    show(<Complaints title="Aduan per kecamatan" rows={inKecamatan} />);
    const rows = screen.getByLabelText('Aduan per kecamatan', { selector: 'fieldset' });
    expect(rows.textContent).toContain('Luar kota / tak diketahui');
    expect(
      within(rows).getByRole('button', {
        name: 'Luar kota / lokasi tidak diketahui: 8 terbuka',
      }),
    ).toBeTruthy();
  });

  it('opens the definition of a row with its name, and says that few stand behind it', async () => {
    show(<ResponseByCategoryPanel report={report} />);
    fireEvent.click(screen.getByRole('button', { name: 'Kebakaran: 50 %' }));
    const words = (await screen.findByRole('dialog')).textContent;
    expect(words).toContain('Kebakaran');
    expect(words).toContain('n di bawah 10');
  });
});
