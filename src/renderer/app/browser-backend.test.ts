import { expect, it, vi } from 'vitest';

import { createManualScheduler } from '../live/testing/manual-scheduler';
import type { BackendAccess } from './backend-source';
import { type BrowserPlace, browserBackendSource } from './browser-backend';

function placeAt(
  hash: string,
  answer: () => Promise<Response>,
): BrowserPlace & { replaced: string[] } {
  const replaced: string[] = [];
  return {
    replaced,
    location: { origin: 'http://127.0.0.1:1120', pathname: '/operasi', search: '', hash },
    history: { replaceState: (_data, _unused, url) => void replaced.push(String(url)) },
    fetch: vi.fn(answer),
    scheduler: createManualScheduler(0),
    random: () => 0,
  };
}

function firstAccess(place: BrowserPlace): Promise<BackendAccess> {
  return new Promise((resolve) => {
    browserBackendSource(place).subscribe(resolve);
  });
}

const refuse = (): Promise<Response> => Promise.reject(new TypeError('no line'));

it('takes the token out of the address at once', async () => {
  const place = placeAt('#token=abc&panel=peta', refuse);
  expect(await firstAccess(place)).toEqual({
    kind: 'ready',
    url: 'http://127.0.0.1:1120',
    token: 'abc',
  });
  expect(place.replaced).toEqual(['/operasi#panel=peta']);
  expect(place.fetch).not.toHaveBeenCalled();
});

it('asks the server for a local session when the address has no token', async () => {
  const place = placeAt('', () => Promise.resolve(Response.json({ token: 'local' })));
  expect(await firstAccess(place)).toEqual({
    kind: 'ready',
    url: 'http://127.0.0.1:1120',
    token: 'local',
  });
});

it.each([
  ['is refused', () => Promise.resolve(Response.json({}, { status: 401 }))],
  ['gets an answer it cannot read', () => Promise.resolve(new Response('<html>'))],
])('leaves it to a person to sign in when it %s', async (_case, answer) => {
  expect(await firstAccess(placeAt('', answer))).toEqual({
    kind: 'ready',
    url: 'http://127.0.0.1:1120',
    token: null,
  });
});

it.each([
  ['finds the server broken', () => Promise.resolve(new Response('', { status: 502 }))],
  ['finds nobody', refuse],
])('says so and asks again when it %s', async (_case, answer) => {
  let answerNow: () => Promise<Response> = answer;
  const scheduler = createManualScheduler(0);
  const place = { ...placeAt('', () => answerNow()), scheduler };
  const heard: BackendAccess[] = [];
  browserBackendSource(place).subscribe((access) => heard.push(access));
  await vi.waitFor(() => expect(heard).toEqual([{ kind: 'unreachable' }]));
  answerNow = () => Promise.resolve(Response.json({ token: 'local' }));
  scheduler.advance(10_000);
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ kind: 'ready', token: 'local' }));
});
