import { expect, it } from 'vitest';

import { createAllowedOrigin } from './allowed-origin';

const isAllowed = createAllowedOrigin(['app://command-center', 'https://room.example']);

it.each([
  ['a program, which says nothing', {}],
  ['a desktop window', { origin: 'app://command-center', host: '127.0.0.1:1120' }],
  ['a named origin', { origin: 'https://room.example', host: '10.0.0.5:1120' }],
  ['our own page', { origin: 'http://10.0.0.5:1120', host: '10.0.0.5:1120' }],
  ['our own page behind a proxy', { origin: 'https://112.example', host: '112.example' }],
])('lets in %s', (_name, headers) => {
  expect(isAllowed(headers)).toBe(true);
});

it.each([
  ['of another site', { origin: 'https://attacker.example', host: '10.0.0.5:1120' }],
  ['of another port', { origin: 'http://10.0.0.5:8080', host: '10.0.0.5:1120' }],
  ['of a sandboxed frame', { origin: 'null', host: '10.0.0.5:1120' }],
  ['of a name that begins alike', { origin: 'https://room.example.attacker.example' }],
  ['without a host to compare', { origin: 'http://10.0.0.5:1120' }],
])('keeps out a page %s', (_name, headers) => {
  expect(isAllowed(headers)).toBe(false);
});
