import { describe, expect, it } from 'vitest';

import { parseStartOptions } from './start-options.mjs';

describe('parseStartOptions', () => {
  it('asks for nothing special without options', () => {
    expect(parseStartOptions([])).toEqual({ kind: 'start', serveOnly: false, environment: {} });
  });

  it.each([
    [['--port', '8080'], { CC_PORT: '8080' }],
    [['--host=0.0.0.0'], { CC_HOST: '0.0.0.0' }],
    [['--city', 'my city'], { CC_CITY: 'my city' }],
    [['--data-dir', '/tmp/a'], { CC_DATA_DIR: '/tmp/a' }],
    [['--workspace', 'operasi'], { CC_WORKSPACE: 'operations' }],
    [['--wall'], { CC_WALL: 'all' }],
    [['--wall', '--port', '0'], { CC_WALL: 'all', CC_PORT: '0' }],
    [['--wall', '1=status-unit,3'], { CC_WALL: '1=status-unit,3' }],
    [['--wall=2', '--workspace=kpi'], { CC_WALL: '2', CC_WORKSPACE: 'kpi' }],
    [['--profile', 'empty', '--rate', '4'], { CC_PROFILE: 'empty', CC_RATE: '4' }],
  ])('passes %j on as environment', (args, environment) => {
    expect(parseStartOptions(args)).toEqual({ kind: 'start', serveOnly: false, environment });
  });

  it('serves without a window when told so', () => {
    expect(parseStartOptions(['--serve'])).toMatchObject({ kind: 'start', serveOnly: true });
  });

  it('lists every option in the help', () => {
    const request = parseStartOptions(['--help']);
    expect(request).toMatchObject({ kind: 'help' });
    for (const option of [
      '--port',
      '--host',
      '--city',
      '--data-dir',
      '--profile',
      '--rate',
      '--workspace',
      '--wall',
      '--serve',
    ]) {
      expect(request).toHaveProperty('text', expect.stringContaining(option));
    }
  });

  it.each([
    [['--prot', '1'], '--prot is not an option'],
    [['--prot=1'], '--prot=1 is not an option'],
    [['-p'], '-p is not an option'],
    [['--profile', 'production'], '--profile production is not known: demo or empty'],
    [['--workspace', 'radar'], '--workspace radar is not known: operasi, dinding, kpi'],
    [['--port'], '--port'],
    [['stray'], 'stray'],
  ])('refuses %j and names the right options', (args, reason) => {
    const request = parseStartOptions(args);
    expect(request).toMatchObject({ kind: 'wrong' });
    expect(request).toHaveProperty('message', expect.stringContaining(reason));
    expect(request).toHaveProperty('message', expect.stringContaining('--data-dir DIR'));
  });
});
