import { describe, expect, it } from 'vitest';

import { resolveRendererFile } from './renderer-file';

describe('resolveRendererFile', () => {
  it('finds a built file', () => {
    expect(resolveRendererFile('/srv/renderer', '/assets/index.js')).toBe(
      '/srv/renderer/assets/index.js',
    );
  });

  it('answers a deep link with the one page', () => {
    expect(resolveRendererFile('/srv/renderer', '/operasi')).toBe('/srv/renderer/index.html');
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2f..%2fetc/passwd.txt',
    '/%00.js',
    '/%zz.js',
  ])('refuses %s, which leads out of the directory or is no path', (pathname) => {
    expect(resolveRendererFile('/srv/renderer', pathname)).toBeNull();
  });
});
