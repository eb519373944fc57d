import { expect, test, vi } from 'vitest';

import { readPassword } from './read-password';

async function* chunks(...parts: string[]) {
  yield* parts.map((part) => Buffer.from(part));
}
const terminal = (...parts: string[]) =>
  Object.assign(chunks(...parts), { isTTY: true, setRawMode: vi.fn() });

test('takes the first line of what is piped in', async () => {
  expect(await readPassword(chunks('kuda laut', ' di awan\nlain'), vi.fn())).toBe(
    'kuda laut di awan',
  );
});

test('asks twice at a terminal, with its echo off, and corrects what was deleted', async () => {
  const input = terminal('rahasis', '\u007fa\r', 'rahasia\r');
  const prompt = vi.fn();
  expect(await readPassword(input, prompt)).toBe('rahasia');
  expect(input.setRawMode.mock.calls).toEqual([[true], [false]]);
  expect(JSON.stringify(prompt.mock.calls)).not.toContain('rahasi');
});

test.each([
  ['two that differ', terminal('satu\r', 'dua\r'), /not the same/],
  ['nothing', terminal('\r'), /No password/],
  ['Ctrl-C', terminal('sa\u0003'), /No password/],
  ['an empty pipe', chunks(''), /No password/],
])('refuses %s, and leaves the terminal as it was', async (_name, input, message) => {
  await expect(readPassword(input, vi.fn())).rejects.toThrow(message);
});
