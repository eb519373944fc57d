import { expect, it } from 'vitest';

import { parseWindowSize } from './window-size';

it('reads width and height, and says what it wants otherwise', () => {
  expect(parseWindowSize('1920x1080')).toEqual({ width: 1920, height: 1080 });
  expect(parseWindowSize(undefined)).toBeNull();
  expect(() => parseWindowSize('big')).toThrow('like 1920x1080');
});
