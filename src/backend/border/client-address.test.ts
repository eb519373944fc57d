import type { IncomingMessage } from 'node:http';

import { describe, expect, it } from 'vitest';

import { countedAs, createClientAddress } from './client-address';

const requestFrom = (remoteAddress: string | undefined, forwardedFor?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
  }) as unknown as IncomingMessage;

describe('createClientAddress', () => {
  it('does not believe a forwarded address when no proxy is named', () => {
    expect(createClientAddress([])(requestFrom('10.0.0.9', '203.0.113.7'))).toBe('10.0.0.9');
  });

  it.each([
    ['by its address', ['10.0.0.9'], '203.0.113.7', '203.0.113.7'],
    ['by its range', ['10.0.0.0/24'], '203.0.113.7', '203.0.113.7'],
    ['through two of them', ['10.0.0.0/24'], '203.0.113.7, 10.0.0.4', '203.0.113.7'],
    ['but not what the client wrote before', ['10.0.0.9'], '1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['and itself when it forwarded nothing', ['10.0.0.9'], undefined, '10.0.0.9'],
  ])('believes a proxy that is named %s', (_name, proxies, header, address) => {
    expect(createClientAddress(proxies)(requestFrom('10.0.0.9', header))).toBe(address);
  });

  it('does not believe anyone but the proxy', () => {
    expect(createClientAddress(['10.0.0.9'])(requestFrom('10.0.0.8', '203.0.113.7'))).toBe(
      '10.0.0.8',
    );
  });

  it('has a name for a connection that is closed already', () => {
    expect(createClientAddress([])(requestFrom(undefined))).toBe('unknown');
  });
});

describe('countedAs', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
  ])('%s → %s', (address, counted) => {
    expect(countedAs(address)).toBe(counted);
  });
});
