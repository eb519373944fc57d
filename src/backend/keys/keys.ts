/** The secrets of an installation: one file, the same for every node that serves one database. */
export interface Keys {
  /** Signs access tokens (HMAC-SHA-256). */
  signing: { id: string; key: Uint8Array };
  /** Oldest first: the last one seals personal data, all of them open it. */
  data: readonly [DataKey, ...DataKey[]];
  /** Tells whether two files are of the same installation, without telling what is in them. Rotating data keys keeps it. */
  fingerprint: string;
}

/** For AES-256. */
export interface DataKey {
  id: string;
  key: Uint8Array;
  createdAt: string;
}
