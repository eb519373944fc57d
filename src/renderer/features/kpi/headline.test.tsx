import type { KpiReport } from '@shared/protocol/kpi';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { fakeLiveClient } from '../../app/testing/fake-live-client';
import { renderLive } from '../../app/testing/render-live';
import { languageStore } from '../../i18n/language';
import { DefinitionProvider } from './definition';
import { Headline } from './headline';
import { emptyReport, interval, sampleReport } from './testing/sample-report';

afterEach(cleanup);

function show(report: KpiReport): void {
  renderLive(
    fakeLiveClient(),
    <DefinitionProvider report={report}>
      <Headline report={report} />
    </DefinitionProvider>,
  );
}

const tile = (name: string) => screen.getByLabelText(name, { selector: 'section' });

describe('the headline', () => {
  it('shows each figure with its n and how it stands to the days before', () => {
    show(sampleReport());
    expect(tile('Panggilan masuk').textContent).toContain('1.512');
    expect(tile('Panggilan masuk').textContent).toContain('naik 12 %');
    const arrival = tile('Tiba ≤ 15 menit');
    expect(arrival.textContent).toContain('83 %');
    expect(arrival.textContent).toContain('naik 6 poin, membaik');
    expect(arrival.textContent).toContain('n 96');
    expect(arrival.textContent).toMatch(/P50 7,9 mnt.*turun 0,4.*P90 12,6 mnt.*turun 1,1/);
    expect(tile('Aduan terbuka').textContent).toMatch(/88.*naik 10 %.*14 lewat tenggat.*memburuk/);
    expect(tile('Aduan selesai tepat waktu').textContent).toMatch(/90 %.*selesai n 190/);
  });

  it('gives no verdict where more is neither better nor worse', () => {
    show(sampleReport());
    expect(tile('Panggilan masuk').textContent).not.toMatch(/membaik|memburuk/);
  });

  it('reads in English', () => {
    show(sampleReport());
    act(() => languageStore.setState({ language: 'en' }));
    expect(tile('Calls received').textContent).toContain('1,512');
    expect(tile('On scene within 15 min').textContent).toContain('P90 12.6 min');
  });

  it('says a small n and does not compare it', () => {
    const report = sampleReport();
    const response = { ...report.response, ...interval(4, [9, 16], 0.5) };
    show({ ...report, response });
    expect(tile('Tiba ≤ 15 menit').textContent).toContain('n 4 · n kecil');
    expect(tile('Tiba ≤ 15 menit').textContent).toContain('n kecil, tidak dibandingkan');
    expect(tile('Tiba ≤ 15 menit').textContent).not.toContain('poin');
  });

  it('compares with nothing where nothing was recorded before', () => {
    const report = sampleReport();
    const previous = { ...emptyReport().previous, period: report.previous.period };
    show({ ...report, previous });
    expect(tile('Panggilan masuk').textContent).not.toMatch(/naik|turun/);
  });
});

describe('a figure', () => {
  it('opens its definition: formula, period, n, what was left out, source', async () => {
    show(sampleReport());
    fireEvent.click(screen.getByRole('button', { name: 'Tiba ≤ 15 menit: 83 %' }));
    const words = (await screen.findByRole('dialog')).textContent;
    expect(words).toContain('paling lama 15 menit');
    expect(words).toContain('18 – 24 Nov 2026');
    expect(words).toContain('13 tanpa salah satu waktunya, 1 dengan selisih negatif');
    expect(words).toContain('SPM, Permendagri 114/2018');
    expect(words).toContain('77 %');
  });
});
