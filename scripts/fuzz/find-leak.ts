/** What no answer may contain. */
export interface Secrets {
  /** Tokens, keys, words that were planted: by the name they are reported under. */
  readonly texts: Readonly<Record<string, string>>;
  /** Folders of the server's own. */
  readonly folders: readonly string[];
}

const TRACES: readonly (readonly [string, RegExp])[] = [
  ['a stack trace', /\n? {2,}at [^\n]{1,200}[:(]\d+:\d+\)?/],
  ['a module of ours or another', /node_modules|file:\/\/\/|\bsrc\/backend\//],
  [
    'a query',
    /\bFailed query\b|\binsert into\b|\bselect "[^"]+"|\bupdate "[^"]+" set\b|\bfrom "[a-z_]+"/i,
  ],
  ['the database library', /\bdrizzle\b|\bpglite\b|\bSQLSTATE\b|violates \w+ constraint/i],
];

/** The name of a secret of the server's in an answer, or null. */
export function findSecret(text: string, { texts, folders }: Secrets): string | null {
  for (const [name, secret] of Object.entries(texts)) if (text.includes(secret)) return name;
  for (const folder of folders) if (text.includes(folder)) return `the folder ${folder}`;
  return null;
}

/** What an answer tells of the server's inside, or null. */
export function findTrace(text: string): string | null {
  for (const [name, pattern] of TRACES) if (pattern.test(text)) return name;
  return null;
}
