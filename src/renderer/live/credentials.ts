/** What came of asking for another token. */
export type Renewal =
  | 'renewed'
  /** Only a person can help: sign in anew. */
  | 'refused'
  /** Nobody answered: worth another try. */
  | 'unreachable';

/** By what a client asks its backend, and how it gets a newer token when the one it has is not accepted any more. */
export interface Credentials {
  /** The token in force now. */
  token(): string;
  /** The server refused this token. Many may say so at once; the token is renewed once. */
  renew(refused: string): Promise<Renewal>;
  /** Called with each newer token. @returns the unsubscribe */
  onRenewed(listener: (token: string) => void): () => void;
}

/** A token that is good as long as the server runs: of a machine, not of a session. */
export function fixedCredentials(token: string): Credentials {
  return {
    token: () => token,
    renew: () => Promise.resolve('refused'),
    onRenewed: () => () => undefined,
  };
}
