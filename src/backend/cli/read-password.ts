import { StartError } from '../start-error';

/** What `read-password` needs of standard input. */
interface Input extends AsyncIterable<Buffer | string> {
  isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
}

const ENTER = /[\r\n]/;
const CTRL_C = '\u0003';
const BACKSPACE = /[\u0008\u007f]/;

/**
 * A password, never from an argument, which other users of the machine can read: asked twice without echo at a
 * terminal, else the first line of standard input.
 * @throws StartError when it was typed differently the second time, or not at all
 */
export async function readPassword(input: Input, prompt: (text: string) => void): Promise<string> {
  if (input.isTTY !== true) return firstLine(input);
  const typed = typedLines(input);
  input.setRawMode?.(true);
  try {
    const password = await askOnce(typed, prompt, 'Kata sandi / password: ');
    const again = await askOnce(typed, prompt, 'Sekali lagi / once more: ');
    if (password === again) return password;
    throw new StartError('The two passwords are not the same. Nothing was changed.');
  } finally {
    input.setRawMode?.(false);
    // Or the process would wait for more of it.
    await typed.return();
  }
}

async function askOnce(
  typed: AsyncIterator<string>,
  prompt: (text: string) => void,
  question: string,
): Promise<string> {
  prompt(question);
  const line = await typed.next();
  prompt('\n');
  if (line.done === true || line.value === '')
    throw new StartError('No password was given. Nothing was changed.');
  return line.value;
}

/** Lines as a person types them in raw mode: signs, backspace, enter. */
async function* typedLines(input: Input): AsyncGenerator<string, void> {
  let line = '';
  for await (const chunk of input) {
    for (const sign of chunk.toString()) {
      if (sign === CTRL_C) return;
      if (ENTER.test(sign)) {
        yield line;
        line = '';
      } else if (BACKSPACE.test(sign)) line = Array.from(line).slice(0, -1).join('');
      else line += sign;
    }
  }
}

async function firstLine(input: Input): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += chunk.toString();
    if (ENTER.test(text)) break;
  }
  const [line = ''] = text.split(ENTER);
  if (line === '') throw new StartError('No password came on standard input. Nothing was changed.');
  return line;
}
