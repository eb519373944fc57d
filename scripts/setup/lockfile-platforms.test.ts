import { describe, expect, it } from 'vitest';

import { completeLockfile, platformOf } from './lockfile-platforms.mjs';

describe('completeLockfile', () => {
  it('adds the optional package of another platform at the exact version asked for', () => {
    const lockfile = {
      packages: {
        '': {},
        'node_modules/tool': {
          version: '2.0.0',
          dev: true,
          optionalDependencies: { 'tool-linux-x64': '2.0.0', 'tool-darwin-arm64': '2.0.0' },
        },
        'node_modules/tool-linux-x64': { version: '2.0.0', optional: true },
      },
    };

    expect(completeLockfile(lockfile)).toEqual(['tool-darwin-arm64@2.0.0']);
    expect(lockfile.packages).toHaveProperty(['node_modules/tool-darwin-arm64'], {
      version: '2.0.0',
      cpu: ['arm64'],
      os: ['darwin'],
      dev: true,
      optional: true,
    });
    expect(completeLockfile(lockfile)).toEqual([]);
  });

  it('finds a package that only its owner has', () => {
    const lockfile = {
      packages: {
        'node_modules/a/node_modules/tool': { optionalDependencies: { 'tool-linux-x64': '1.0.0' } },
        'node_modules/a/node_modules/tool-linux-x64': { version: '1.0.0' },
      },
    };

    expect(completeLockfile(lockfile)).toEqual([]);
  });

  it('leaves an optional package alone that is for no platform, or asked for by a range', () => {
    const optionalDependencies = { fsevents: '2.3.3', 'tool-linux-x64': '^1.0.0' };

    expect(
      completeLockfile({ packages: { 'node_modules/tool': { optionalDependencies } } }),
    ).toEqual([]);
  });
});

describe('platformOf', () => {
  it.each([
    ['@scope/cli-win32-arm64', { os: ['win32'], cpu: ['arm64'] }],
    ['tool-windows-x64', { os: ['win32'], cpu: ['x64'] }],
    ['@scope/binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@scope/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@scope/binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['plain-package', null],
  ])('reads %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});
