import { dayFigures } from '@shared/domain/day-figures';
import { KPI_IDS } from '@shared/domain/kpi-definitions';
import { type KpiReport, kpiReportSchema } from '@shared/protocol/kpi';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { writeMeta } from '../../../src/backend/store/meta';
import { readSnapshot } from '../../../src/backend/store/snapshot';
import { buildTestApp, SUPERVISOR_TOKEN, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';
import { buildTestCity } from '../../support/test-city';

const TODAY = '2026-11-24';

let backend: TestBackend;
let app: FastifyInstance;
beforeAll(async () => {
  const city = buildTestCity();
  const [fire, ...otherCategories] = city.incidentCategories;
  if (fire === undefined) throw new Error('the test city has a category');
  const label = { id: '=Api "besar"; asap', en: 'Fire' };
  backend = await openTestBackend({
    ...city,
    incidentCategories: [{ ...fire, label }, ...otherCategories],
  });
  app = await buildTestApp(backend);
  const open = (callReceivedAt: string) =>
    send(app, 'POST', '/incidents', { categoryCode: 'KBK', callReceivedAt });
  for (const type of ['normal', 'normal', 'prank']) await send(app, 'POST', '/calls', { type });
  const { body } = await open('2026-11-24T01:00:00Z');
  for (const [to, at] of [
    ['dispatched', '2026-11-24T01:01:00Z'],
    ['on_scene', '2026-11-24T01:08:32.5Z'],
  ])
    await send(app, 'POST', `/incidents/${String(body['id'])}/transitions`, { to, at });
  await open('2026-11-24T01:30:00Z');
  await send(app, 'POST', '/complaints', { categoryCode: 'sampah', channel: 'whatsapp' });
});
afterAll(async () => {
  await app.close();
  await backend.store.close();
});

async function readReport(query = ''): Promise<KpiReport> {
  return kpiReportSchema.parse((await send(app, 'GET', `/kpi${query}`)).body);
}

const readCsv = (query = '') =>
  app.inject({
    url: `/api/v1/kpi/export.csv${query}`,
    headers: { authorization: `Bearer ${SUPERVISOR_TOKEN}` },
  });

it('answers with today where no period is asked for', async () => {
  expect((await readReport()).period).toEqual({ from: TODAY, to: TODAY });
});

it('has today’s headline from the same definitions as the operators’ screens', async () => {
  const { incidents, callTallies } = await readSnapshot(backend.store.db);
  const figures = dayFigures(TODAY, callTallies[TODAY], incidents);
  const report = await readReport();
  expect(report.calls).toMatchObject({ n: figures.calls, byType: figures.callsByType });
  expect(report.incidents.n).toBe(figures.emergencies);
  expect(report.response).toMatchObject(figures.onScene);
});

describe.each(['/kpi', '/kpi/export.csv'])('%s', (path) => {
  it.each([
    ['?from=2026-11-25', 'in the future'],
    ['?from=2026-11-24&to=2026-11-23', 'after to'],
    ['?from=2025-11-23&to=2026-11-24', 'at most 366'],
    ['?from=2026-02-30', 'querystring.from'],
    ['?from=24-11-2026', 'querystring.from'],
    ['?days=90', 'days'],
  ])('refuses %s in words', async (query, words) => {
    const { status, body } = await send(app, 'GET', `${path}${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'validation_failed',
      message: expect.stringContaining(words) as string,
    });
  });

  it('wants a token', async () => {
    expect((await app.inject({ url: `/api/v1${path}` })).statusCode).toBe(401);
  });

  it('is described', async () => {
    const { paths } = app.swagger() as { paths: Record<string, unknown> };
    expect(paths).toHaveProperty([`/api/v1${path}`]);
  });
});

describe('the export', () => {
  const rowsOf = (csv: string): Record<string, string>[] =>
    parse(csv, { bom: true, delimiter: ';', columns: true });
  const find = (rows: Record<string, string>[], section: string, figure: string) =>
    rows.find(({ bagian, angka }) => bagian === section && angka === figure);

  it('is a file for a spreadsheet, named after its period', async () => {
    const { headers, body } = await readCsv('?from=2026-11-20&to=2026-11-24');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="kpi-2026-11-20-sd-2026-11-24.csv"',
    );
    expect(body.startsWith('\uFEFFbagian;angka;nama;')).toBe(true);
    expect(body.endsWith('\r\n')).toBe(true);
  });

  it('has the report’s numbers, durations in seconds and shares in percent', async () => {
    const report = await readReport();
    const rows = rowsOf((await readCsv()).body);
    expect(find(rows, 'calls', 'calls')).toMatchObject({
      nilai: String(report.calls.n),
      satuan: 'jumlah',
    });
    expect(find(rows, 'incidents', 'incidents')?.['nilai']).toBe('2');
    expect(find(rows, 'response', 'onSceneTime.p50')).toMatchObject({
      nilai: '512,5',
      satuan: 'detik',
      n: '1',
      dikeluarkan: '1',
      sumber: 'SPM, Permendagri 114/2018',
    });
    expect(find(rows, 'response', 'onSceneWithin15')).toMatchObject({
      nilai: '100',
      satuan: 'persen',
    });
    expect(find(rows, 'previous.response', 'onSceneTime.p50')).toMatchObject({
      nilai: '',
      n: '0',
      dari: '2026-11-23',
    });
    const sumOf = (section: string) =>
      rows
        .filter(({ bagian }) => bagian === section)
        .reduce((sum, { nilai }) => sum + Number(nilai), 0);
    expect(sumOf('calls.byType')).toBe(report.calls.n);
    expect(sumOf('calls.trend.normal')).toBe(report.calls.byType.normal);
    expect(sumOf('incidents.byHour')).toBe(report.incidents.n);
    expect(sumOf('incidents.byCategory')).toBe(report.incidents.n);
  });

  it('has every figure, each number with its definition', async () => {
    const rows = rowsOf((await readCsv()).body).filter(({ bagian }) => bagian !== 'report');
    const figures = new Set(rows.map(({ angka }) => angka?.replace(/\.p\d\d$/, '')));
    expect(figures).toEqual(new Set(KPI_IDS));
    expect(rows.every(({ definisi, n }) => definisi !== '' && n !== '')).toBe(true);
  });

  it('keeps a name from running as a formula and from breaking the table', async () => {
    const rows = rowsOf((await readCsv()).body);
    expect(find(rows, 'incidents.byCategory', 'incidents')).toMatchObject({
      kode_dimensi: 'KBK',
      nama_dimensi: `'=Api "besar"; asap`,
    });
  });

  it('says of a simulated city that it is one, in the file and in its name', async () => {
    expect(find(rowsOf((await readCsv()).body), 'report', 'data')?.['nilai']).toBe('DATA NYATA');
    await writeMeta(backend.store.db, { profile: 'demo' });
    const { headers, body } = await readCsv();
    expect(find(rowsOf(body), 'report', 'data')?.['nilai']).toBe('DATA SIMULASI');
    expect(headers['content-disposition']).toContain('kpi-simulasi-2026-11-24-sd-2026-11-24.csv');
  });
});
