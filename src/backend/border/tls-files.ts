import { readFileSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { createSecureContext, type SecureContextOptions, type Server as TlsServer } from 'node:tls';

import type { Log } from '../log';
import { StartError } from '../start-error';

/** Certificates are renewed weeks before they end: a minute's delay is none. */
const LOOK_INTERVAL_MS = 60_000;

export interface TlsFiles {
  /** PEM, the server's certificate first, then those that vouch for it. */
  certFile: string;
  /** PEM, readable by the server's user alone. */
  keyFile: string;
}

export type KeyPair = Pick<SecureContextOptions, 'cert' | 'key'>;

/** @throws StartError when a file cannot be read, or the two do not belong together */
export function readTlsFiles({ certFile, keyFile }: TlsFiles): KeyPair {
  try {
    const pair = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
    createSecureContext(pair);
    return pair;
  } catch (cause) {
    throw new StartError(
      `The certificate ${certFile} and its key ${keyFile} cannot be used (${reasonOf(cause)}). Name a PEM certificate in CC_TLS_CERT and the key it was made with in CC_TLS_KEY.`,
      { cause },
    );
  }
}

/** From the next connection on. @param server one that was made with a pair */
export function renewCertificate(server: Server, pair: KeyPair): void {
  // Typed as the HTTP server it is used as (create-server.ts).
  (server as unknown as TlsServer).setSecureContext(pair);
}

interface WatchOptions {
  files: TlsFiles;
  /** Given a pair that works; connections made from then on use it. */
  use: (pair: KeyPair) => void;
  log: Log;
}

/**
 * Take over a renewed certificate without a restart. While the new files do not fit together, as between the
 * writing of the one and the other, the old pair stays in use.
 * @returns the stop
 */
export function watchTlsFiles({ files, use, log }: WatchOptions): () => void {
  let known = stampOf(files);
  const timer = setInterval(() => {
    const stamp = stampOf(files);
    if (stamp === known) return;
    known = stamp;
    try {
      use(readTlsFiles(files));
      log.info({ certFile: files.certFile }, 'the renewed certificate is in use');
    } catch (error) {
      log.error({ err: error }, 'the renewed certificate cannot be used; the one before stays');
    }
  }, LOOK_INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function stampOf({ certFile, keyFile }: TlsFiles): string {
  return [certFile, keyFile]
    .map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 'none')
    .join(' ');
}

// Node's messages about files and keys name the file or the fault, never what is in it.
const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : 'unreadable';
