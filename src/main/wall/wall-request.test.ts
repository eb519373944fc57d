import { describe, expect, it } from 'vitest';

import { parseWallRequest } from './wall-request';

describe('parseWallRequest', () => {
  it('takes every display, some of them, and scenes for some of those', () => {
    expect(parseWallRequest('all')).toEqual({ kind: 'all' });
    expect(parseWallRequest('1, 3')).toEqual({
      kind: 'chosen',
      choices: [
        { display: 1, scene: null },
        { display: 3, scene: null },
      ],
    });
    expect(parseWallRequest('2=status-unit,1')).toEqual({
      kind: 'chosen',
      choices: [
        { display: 2, scene: 'status-unit' },
        { display: 1, scene: null },
      ],
    });
  });

  it.each([
    ['', 'give all, or numbers of displays'],
    ['0', 'give all, or numbers of displays'],
    ['1;2', 'give all, or numbers of displays'],
    ['1=peta', 'no scene is called peta; there are peta-langsung'],
    ['2,1,2', 'names display 2 twice'],
  ])('refuses %j and says why', (text, reason) => {
    expect(() => parseWallRequest(text)).toThrow(reason);
  });
});
