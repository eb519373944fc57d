import { describe, expect, it } from 'vitest';

import { isLocalPage, isLoopbackName, type RequestOrigin } from './local-page';

const ownPage: RequestOrigin = {
  remoteAddress: '127.0.0.1',
  host: '127.0.0.1:1120',
  origin: 'http://127.0.0.1:1120',
  secFetchSite: 'same-origin',
  isForwarded: false,
};

describe('isLocalPage', () => {
  it.each<[string, Partial<RequestOrigin>]>([
    ['as browsers send it', {}],
    ['by name', { host: 'localhost:1120', origin: 'http://localhost:1120' }],
    ['over IPv6', { remoteAddress: '::1', host: '[::1]:1120', origin: 'http://[::1]:1120' }],
    ['over IPv4 mapped into IPv6', { remoteAddress: '::ffff:127.0.0.1' }],
    ['from a browser without Sec-Fetch-Site', { secFetchSite: undefined }],
    ['from a browser that leaves Origin out', { origin: undefined }],
  ])('accepts our own page %s', (_name, part) => {
    expect(isLocalPage({ ...ownPage, ...part })).toBe(true);
  });

  it.each<[string, Partial<RequestOrigin>]>([
    ['through a proxy on this machine', { isForwarded: true }],
    ['from another machine', { remoteAddress: '192.168.1.20' }],
    ['from a closed socket', { remoteAddress: undefined }],
    [
      'under a name rebound to loopback',
      { host: 'attacker.example:1120', origin: 'http://attacker.example:1120' },
    ],
    ['under a name that only looks like loopback', { host: '127.0.0.1.attacker.example' }],
    ['without a host', { host: undefined }],
    ['of another site', { origin: 'https://attacker.example', secFetchSite: 'cross-site' }],
    [
      'of another port of this machine',
      { origin: 'http://127.0.0.1:8080', secFetchSite: 'same-site' },
    ],
    ['of a sandboxed frame', { origin: 'null', secFetchSite: 'cross-site' }],
    ['whose headers disagree', { origin: 'https://attacker.example' }],
    ['typed into the address bar', { origin: undefined, secFetchSite: 'none' }],
    ['of a program that says nothing', { origin: undefined, secFetchSite: undefined }],
  ])('refuses a request %s', (_name, part) => {
    expect(isLocalPage({ ...ownPage, ...part })).toBe(false);
  });
});

describe('isLoopbackName', () => {
  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.5', false],
    ['127.attacker.example', false],
  ])('%s → %s', (name, expected) => {
    expect(isLoopbackName(name)).toBe(expected);
  });
});
