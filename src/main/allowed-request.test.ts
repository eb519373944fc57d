import { describe, expect, it } from 'vitest';

import { isAllowedRequest } from './allowed-request';

describe('isAllowedRequest', () => {
  it.each([
    'app://command-center/operasi',
    'http://127.0.0.1:1120/api/v1/city',
    'ws://127.0.0.1:1121/socket.io/?transport=websocket',
    'blob:app://command-center/1f',
    'data:image/png;base64,AA==',
  ])('allows %s', (address) => {
    expect(isAllowedRequest(address)).toBe(true);
  });

  it.each([
    'app://elsewhere/index.html',
    'https://127.0.0.1/',
    'http://localhost.example/',
    'http://127.0.0.1.example/',
    'https://tiles.example/1/2/3.png',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'not an address',
  ])('refuses %s', (address) => {
    expect(isAllowedRequest(address)).toBe(false);
  });
});
