import { UsageError } from '../intake/usage-error';

type Kind = 'text' | 'flag';
export type OptionSpec = Readonly<Record<string, Kind>>;
type Values<S extends OptionSpec> = { [K in keyof S]?: S[K] extends 'flag' ? true : string };

export interface CommandLine<S extends OptionSpec> {
  words: readonly string[];
  options: Values<S>;
}

/**
 * `--name VALUE`, `--name=VALUE`, `--flag` and plain words, in any order.
 * @throws UsageError naming the wrong option and the right ones
 */
export function readOptions<const S extends OptionSpec>(
  args: readonly string[],
  spec: S,
): CommandLine<S> {
  const words: string[] = [];
  const options: Record<string, string | true> = {};
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [name, inline] = splitOnce(arg.slice(2), '=');
    const kind = spec[name];
    if (kind === undefined)
      throw new UsageError(
        `unknown option --${name}. Options: ${Object.keys(spec)
          .map((key) => `--${key}`)
          .join(', ')}`,
      );
    if (kind === 'flag') {
      if (inline !== undefined) throw new UsageError(`--${name} takes no value`);
      options[name] = true;
      continue;
    }
    const value = inline ?? args[(i += 1)];
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
      throw new UsageError(`--${name} wants a value`);
    options[name] = value;
  }
  // The loop wrote, under each name of the spec, a value of the kind the spec gives it.
  return { words, options: options as Values<S> };
}

function splitOnce(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
