/** Whether a page may talk to this server, by what its browser says it is. */
export type AllowedOrigin = (headers: {
  origin?: string | undefined;
  host?: string | undefined;
}) => boolean;

/**
 * Our own pages, those of the desktop windows and those of the named origins. A program sends no `Origin`; what
 * keeps it out is its token, which no foreign page has either: this keeps such a page from even trying.
 * @param allowed as browsers write them, e.g. `https://room.example`
 */
export function createAllowedOrigin(allowed: readonly string[]): AllowedOrigin {
  return ({ origin, host }) => {
    if (origin === undefined) return true;
    if (allowed.includes(origin)) return true;
    // Behind a proxy that ends TLS this server cannot tell which of the two schemes the browser used.
    return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
  };
}
