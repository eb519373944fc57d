import type { SessionTokens } from '@shared/protocol/session';
import { expect, it, vi } from 'vitest';

import { ApiError } from '../../live/api-error';
import { createManualScheduler } from '../../live/testing/manual-scheduler';
import { keepTokensAlive } from './living-tokens';

const START_MS = Date.parse('2026-11-24T07:00:00.000Z');
const MINUTE_MS = 60_000;

function tokens(number: number, expiresAtMs: number): SessionTokens {
  return {
    accessToken: `access-${String(number)}`,
    refreshToken: `refresh-${String(number)}`,
    expiresAt: new Date(expiresAtMs).toISOString(),
    principal: { role: 'operator', id: 'user-1' },
    displayName: 'Operator Contoh',
  };
}

function start(next: (spent: SessionTokens) => Promise<SessionTokens>) {
  const scheduler = createManualScheduler(START_MS);
  const onNext = vi.fn();
  const onEnded = vi.fn();
  const asked = vi.fn(next);
  const living = keepTokensAlive({
    first: tokens(1, START_MS + 10 * MINUTE_MS),
    next: asked,
    onNext,
    onEnded,
    scheduler,
    random: () => 0,
    serverNowMs: scheduler.nowMs,
  });
  return { living, scheduler, asked, onNext, onEnded };
}

const second = () => Promise.resolve(tokens(2, START_MS + 19 * MINUTE_MS));
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('is renewed a minute before it expires, and not sooner', async () => {
  const { living, scheduler, asked, onNext } = start(second);
  scheduler.advance(9 * MINUTE_MS - 1);
  expect(asked).not.toHaveBeenCalled();
  scheduler.advance(1);
  await settled();
  expect(asked).toHaveBeenCalledWith(expect.objectContaining({ refreshToken: 'refresh-1' }));
  expect(living.token()).toBe('access-2');
  expect(onNext).toHaveBeenCalledOnce();
});

it('tells of each newer token, until told to stop', async () => {
  const { living } = start(second);
  const heard = vi.fn();
  const unsubscribe = living.onRenewed(heard);
  await living.renew('access-1');
  expect(heard).toHaveBeenCalledExactlyOnceWith('access-2');
  unsubscribe();
  await living.renew('access-2');
  expect(heard).toHaveBeenCalledOnce();
});

it('is renewed once, however many were refused with it', async () => {
  const { living, asked } = start(second);
  const outcomes = await Promise.all([living.renew('access-1'), living.renew('access-1')]);
  expect(outcomes).toEqual(['renewed', 'renewed']);
  expect(await living.renew('access-1')).toBe('renewed');
  expect(asked).toHaveBeenCalledOnce();
});

it('goes on trying while nobody answers', async () => {
  let isUp = false;
  const { living, scheduler, onEnded } = start(() =>
    isUp ? second() : Promise.reject(new ApiError('unavailable', 'nobody', null)),
  );
  expect(await living.renew('access-1')).toBe('unreachable');
  expect(onEnded).not.toHaveBeenCalled();
  isUp = true;
  scheduler.advance(5_000);
  await settled();
  expect(living.token()).toBe('access-2');
});

it('is over when the server refuses the next one, and asks no more', async () => {
  const { living, scheduler, asked, onEnded } = start(() =>
    Promise.reject(new ApiError('unauthorized', 'revoked', 'r-1')),
  );
  expect(await living.renew('access-1')).toBe('refused');
  expect(onEnded).toHaveBeenCalledOnce();
  scheduler.advance(60 * MINUTE_MS);
  expect(await living.renew('access-1')).toBe('refused');
  expect(asked).toHaveBeenCalledOnce();
});

it('is renewed at once when a machine that slept wakes up', async () => {
  let sleptMs = 0;
  const scheduler = createManualScheduler(START_MS);
  const asked = vi.fn(second);
  const living = keepTokensAlive({
    first: tokens(1, START_MS + 10 * MINUTE_MS),
    next: asked,
    onNext: () => undefined,
    onEnded: () => undefined,
    scheduler,
    random: () => 0,
    serverNowMs: () => scheduler.nowMs() + sleptMs,
  });
  living.wakeUp();
  expect(asked).not.toHaveBeenCalled();
  sleptMs = 30 * MINUTE_MS;
  living.wakeUp();
  await settled();
  expect(living.token()).toBe('access-2');
});

it('is not renewed in a rush where the clock here is far ahead', async () => {
  const scheduler = createManualScheduler(START_MS);
  const asked = vi.fn(() => Promise.resolve(tokens(2, START_MS + 10 * MINUTE_MS)));
  keepTokensAlive({
    first: tokens(1, START_MS + 10 * MINUTE_MS),
    next: asked,
    onNext: () => undefined,
    onEnded: () => undefined,
    scheduler,
    random: () => 0,
    serverNowMs: () => scheduler.nowMs() + 60 * MINUTE_MS,
  });
  for (let second = 0; second < 60; second += 1) {
    scheduler.advance(1_000);
    await settled();
  }
  expect(asked.mock.calls.length).toBeLessThanOrEqual(4);
});
