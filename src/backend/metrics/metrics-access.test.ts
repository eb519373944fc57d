import { describe, expect, it } from 'vitest';

import { mayReadMetrics } from './metrics-access';

const TOKEN = 'metrics-token-of-a-test';
const local = { remoteAddress: '127.0.0.1', headers: { host: '127.0.0.1:1120' } };

describe('mayReadMetrics without a token', () => {
  it.each([
    ['of this machine', local],
    ['of this machine by name', { ...local, headers: { host: 'localhost:1120' } }],
    ['over IPv6', { remoteAddress: '::1', headers: { host: '[::1]:1120' } }],
  ])('lets a reader in that is %s', (_name, request) => {
    expect(mayReadMetrics(request, null)).toBe(true);
  });

  it.each([
    ['of another machine', { ...local, remoteAddress: '192.168.7.20' }],
    ['of a socket that is gone', { ...local, remoteAddress: undefined }],
    ['behind a rebound name', { ...local, headers: { host: 'attacker.example:1120' } }],
    ['without a host', { ...local, headers: {} }],
    ['forwarded by a proxy', { ...local, headers: { ...local.headers, 'x-forwarded-for': '' } }],
    ['forwarded as the RFC has it', { ...local, headers: { ...local.headers, forwarded: 'x' } }],
  ])('keeps a reader out that is %s', (_name, request) => {
    expect(mayReadMetrics(request, null)).toBe(false);
  });
});

describe('mayReadMetrics with a token', () => {
  const bearing = (authorization?: string) => ({
    remoteAddress: '192.168.7.20',
    headers: { host: 'room.example', ...(authorization !== undefined && { authorization }) },
  });

  it('lets in from anywhere who sends it', () => {
    expect(mayReadMetrics(bearing(`Bearer ${TOKEN}`), TOKEN)).toBe(true);
  });

  it.each([undefined, 'Bearer guess', TOKEN, `Bearer ${TOKEN}x`, `Basic ${TOKEN}`])(
    'keeps out who sends %s',
    (authorization) => {
      expect(mayReadMetrics(bearing(authorization), TOKEN)).toBe(false);
    },
  );

  it('asks this machine for it as well', () => {
    expect(mayReadMetrics(local, TOKEN)).toBe(false);
  });
});
