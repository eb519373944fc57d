/** The token of an `Authorization: Bearer …` header, or null. The scheme's case does not matter (RFC 9110). */
export function bearerToken(header: string | undefined): string | null {
  const match = /^bearer +(?<token>[\w.~+/-]{1,4096}=*)$/i.exec(header ?? '');
  return match?.groups?.['token'] ?? null;
}
