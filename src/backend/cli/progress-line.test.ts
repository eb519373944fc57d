import { expect, it } from 'vitest';

import { describe as describeProgress, startProgressLine } from './progress-line';

it('says how far, how fast and how long still', () => {
  expect(describeProgress(0.25, 3_000, 'rows', 2_000)).toBe(
    '25 % · 3,000 rows · 1,500/s · 6 s left',
  );
});

it('draws a bar on a terminal and plain lines elsewhere', () => {
  const draw = (isTTY: boolean): string => {
    let text = '';
    let now = 0;
    const line = startProgressLine({ isTTY, write: (part) => (text += part) }, 'rows', () => now);
    now = 6_000;
    line.show(0.5, 100);
    line.say('line 3: broken');
    line.end();
    return text;
  };
  expect(draw(true)).toContain('\r\u001b[Kline 3: broken\n');
  expect(draw(true)).toContain('██');
  expect(draw(false)).toBe('50 % · 100 rows · 17/s · 6 s left\nline 3: broken\n');
});
