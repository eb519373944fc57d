import { describe, expect, it } from 'vitest';

import { defaultDataDir, type Machine, readConfig } from './config';

const machine: Machine = { appRoot: '/app', platform: 'linux', homeDir: '/home/siaga' };

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({}, machine)).toEqual({
      host: '127.0.0.1',
      port: 1120,
      cityDir: '/app/resources/cities/cilegon',
      dataDir: '/home/siaga/.local/share/cilegon-command-center',
      databaseUrl: null,
      keysFile: '/home/siaga/.local/share/cilegon-command-center/keys.json',
      profile: null,
      rate: 1,
      seed: 112,
      localSession: true,
      logLevel: null,
      metricsToken: null,
      tls: null,
      trustedProxies: [],
      allowedOrigins: [],
      maxSockets: 2_000,
      maxSocketsPerAddress: 500,
      retention: { logDays: 90, logMaxChanges: 5_000_000, positionDays: 30 },
      personalDataDays: 90,
    });
  });

  it('takes an empty variable as absent', () => {
    expect(readConfig({ CC_PORT: '', CC_PROFILE: '' }, machine)).toMatchObject({
      port: 1120,
      profile: null,
    });
  });

  it.each([
    ['CC_PORT', 'abc', 'a port from 1 to 65535'],
    ['CC_PORT', '70000', 'a port from 1 to 65535'],
    ['CC_PROFILE', 'production', 'demo or empty'],
    ['CC_RATE', '0', 'a number above 0'],
    ['CC_RATE', 'fast', 'a number above 0'],
    ['CC_SEED', '-1', 'a whole number'],
    ['CC_LOCAL_SESSION', 'yes', 'on or off'],
    ['CC_HOST', 'not a host', 'a host name'],
    ['CC_LOG', 'loud', 'debug, info'],
    ['CC_TRUSTED_PROXIES', 'everyone', 'addresses or ranges'],
    ['CC_TRUSTED_PROXIES', '10.0.0.2,10.0.0.0/33', 'addresses or ranges'],
    ['CC_ALLOWED_ORIGINS', '*', 'origins separated by commas'],
    ['CC_ALLOWED_ORIGINS', 'https://room.example/', 'origins separated by commas'],
    ['CC_MAX_SOCKETS', '0', 'a whole number'],
  ])('refuses %s=%s, naming the allowed values', (name, value, allowed) => {
    const attempt = () => readConfig({ [name]: value }, machine);
    expect(attempt).toThrow(`${name}=${value} is not valid`);
    expect(attempt).toThrow(allowed);
  });
});

describe('readConfig of the database', () => {
  const URL_OF_OURS = 'postgres://dasbor:rahasia@10.0.0.5:5432/dasbor';

  it('takes the address of a PostgreSQL database, by our own variable before the common one', () => {
    const common = { DATABASE_URL: URL_OF_OURS };
    expect(readConfig(common, machine).databaseUrl).toBe(URL_OF_OURS);
    const both = { ...common, CC_DATABASE_URL: 'postgresql://localhost/lain' };
    expect(readConfig(both, machine).databaseUrl).toBe('postgresql://localhost/lain');
  });

  it.each([
    'mysql://dasbor:rahasia@host/x',
    'dasbor:rahasia@host',
    'postgres://:rahasia@host:port/x',
  ])('refuses another kind of address without repeating the password (%#)', (address) => {
    const attempt = () => readConfig({ DATABASE_URL: address }, machine);
    expect(attempt).toThrow(/^DATABASE_URL is not valid: give the address of a PostgreSQL/);
    expect(attempt).not.toThrow('rahasia');
  });
});

describe('readConfig of the border', () => {
  it('takes lists separated by commas', () => {
    const env = {
      CC_TRUSTED_PROXIES: '10.0.0.2, 192.168.7.0/24,fd00::/8',
      CC_ALLOWED_ORIGINS: 'https://room.example,http://10.0.0.9:8080',
    };
    expect(readConfig(env, machine)).toMatchObject({
      trustedProxies: ['10.0.0.2', '192.168.7.0/24', 'fd00::/8'],
      allowedOrigins: ['https://room.example', 'http://10.0.0.9:8080'],
    });
  });

  it('wants a certificate with its key, and never quietly serves without TLS', () => {
    const env = { CC_TLS_CERT: '/tls/cert.pem' };
    expect(() => readConfig(env, machine)).toThrow('give both, or neither');
    expect(readConfig({ ...env, CC_TLS_KEY: '/tls/key.pem' }, machine).tls).toEqual({
      certFile: '/tls/cert.pem',
      keyFile: '/tls/key.pem',
    });
  });
});

describe('readConfig of a secret', () => {
  it('refuses a metrics token that is too short, without repeating it', () => {
    const attempt = () => readConfig({ CC_METRICS_TOKEN: 'open-sesame' }, machine);
    expect(attempt).toThrow('CC_METRICS_TOKEN is not valid: give 16 to 256');
    expect(attempt).not.toThrow('open-sesame');
  });
});

describe('defaultDataDir', () => {
  it.each([
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/cilegon-command-center'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/siaga/.local/share/cilegon-command-center'],
    ['darwin', {}, '/home/siaga/Library/Application Support/cilegon-command-center'],
  ] as const)('follows the convention of %s', (platform, env, expected) => {
    expect(defaultDataDir(env, { ...machine, platform })).toBe(expected);
  });
});
