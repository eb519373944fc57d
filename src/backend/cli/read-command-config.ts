import { type Config, readConfig, thisMachine } from '../config';

/**
 * The configuration of a command: the environment's, with what its own options say put first.
 * @throws StartError naming a variable that is wrong
 */
export function readCommandConfig(
  options: { 'data-dir'?: string; city?: string },
  appRoot: string,
): Config {
  return readConfig(
    {
      ...process.env,
      ...(options['data-dir'] && { CC_DATA_DIR: options['data-dir'] }),
      ...(options.city && { CC_CITY: options.city }),
    },
    thisMachine(appRoot),
  );
}
