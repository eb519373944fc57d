/** Raised when a client of the old version could misread what a server of the new one sends. */
export const PROTOCOL_VERSION = 1;
