import { sessionTokensSchema } from '@shared/protocol/session';

const MAX_WAIT_SECONDS = 60;
const PASSWORD = 'kabut-dermaga-lampu-suar-112';

/** One account a role; the fuzz's own names, so that no drawn sign-in meets them. */
const ACCOUNTS = [
  { username: 'uji.supervisor', role: 'supervisor' },
  { username: 'uji.operator', role: 'operator' },
  { username: 'uji.executive', role: 'executive' },
  { username: 'uji.opd', role: 'opd' },
] as const;

export interface Sessions {
  /** Fresh access tokens by role, for as long as the server gives them. */
  signIn(): Promise<Record<string, string>>;
}

/**
 * Make the accounts of a server that has none, as its own window may.
 * @param agencyCode what the agency's desk is bound to
 * @throws Error when an answer is not the expected one
 */
export async function openSessions(
  url: string,
  windowToken: string,
  agencyCode: string,
): Promise<Sessions> {
  const post = async (path: string, token: string | null, body: unknown): Promise<unknown> => {
    const reply = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const text = await reply.text();
    const waitSeconds = Number(reply.headers.get('retry-after'));
    // Drawn sign-ins slow down everybody's for a moment, as they should.
    if (reply.status === 429 && waitSeconds > 0 && waitSeconds <= MAX_WAIT_SECONDS) {
      await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1_000));
      return post(path, token, body);
    }
    if (!reply.ok) throw new Error(`POST ${path} answered ${reply.status}: ${text}`);
    return JSON.parse(text);
  };
  const admin = { username: 'uji.admin', password: PASSWORD };
  const first = sessionTokensSchema.parse(
    await post('/session/first-admin', windowToken, {
      ...admin,
      code: 'x',
      displayName: 'Uji Admin',
    }),
  );
  for (const account of ACCOUNTS) {
    await post('/users', first.accessToken, {
      ...account,
      displayName: `Uji ${account.role}`,
      password: PASSWORD,
      ...(account.role === 'opd' && { agencyCode }),
    });
  }
  const signInAs = async (username: string): Promise<string> =>
    sessionTokensSchema.parse(await post('/session', null, { username, password: PASSWORD }))
      .accessToken;
  return {
    async signIn() {
      const tokens: Record<string, string> = { admin: await signInAs(admin.username) };
      for (const { username, role } of ACCOUNTS) tokens[role] = await signInAs(username);
      return tokens;
    },
  };
}
