import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** A published package read as data: pinned by its hash, never a dependency. */
export interface PinnedPackage {
  name: string;
  version: string;
  integrity: string;
}

/** MIT: names, codes and points of Indonesian villages. */
export const GEOGRAFIS: PinnedPackage = {
  name: 'geografis',
  version: '1.3.2',
  integrity:
    'sha512-VNrk114ibD0NxQ0ueAkjjT42Lnf9nVih18cvbw0rxoSlvoLV3OApkZLnkOe2ccrgi7+TMcRyNaOawHEdSag+oQ==',
};

/** Data ODbL, © OpenStreetMap contributors: the seas of the earth, whose holes are its land. */
export const EARTH_SEAS: PinnedPackage = {
  name: '@geo-maps/earth-seas-10m',
  version: '0.6.0',
  integrity:
    'sha512-SwRe8GJDCfLxeE+gXYavjvmb3DVgkuiCuKFVp8jgIUYU9vz1wj+71J2GGAPmyg1lLT22ByIPCnTfFVWVlXLmuw==',
};

const CACHE = path.resolve(import.meta.dirname, '../../.cache/city');

/**
 * One JSON file of a package, fetched with `npm pack` into the git-ignored cache when it is not there yet.
 * @returns what the file holds, unchecked
 * @throws Error when the archive is not the pinned one (it is deleted then)
 */
export function readPackageJson(
  { name, version, integrity }: PinnedPackage,
  file: string,
): unknown {
  mkdirSync(CACHE, { recursive: true });
  const archive = path.join(CACHE, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  if (!matches(archive, integrity)) {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', CACHE, `${name}@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  if (!matches(archive, integrity)) {
    rmSync(archive, { force: true });
    throw new Error(
      `${name}@${version}: the archive does not have the pinned hash and was deleted`,
    );
  }
  const text = execFileSync('tar', ['-xzOf', archive, `package/${file}`], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(text);
}

function matches(archive: string, integrity: string): boolean {
  try {
    return (
      `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}` === integrity
    );
  } catch {
    return false;
  }
}
