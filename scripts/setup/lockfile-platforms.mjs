/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

/** @typedef {{ packages: Record<string, LockedPackage> }} Lockfile */

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/**
 * Add the optional packages of other platforms that the lockfile lacks, at the exact version their
 * owner asks for. They carry no integrity: the registry in use does not have them to compute one.
 * @param {Lockfile} lockfile changed in place
 * @returns {string[]} names and versions added
 */
export function completeLockfile(lockfile) {
  const added = [];
  for (const [ownerPath, owner] of Object.entries(lockfile.packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      const isExact = /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
      if (!isExact || isLocked(lockfile, ownerPath, name)) continue;
      const platform = platformOf(name);
      if (!platform) continue;
      const flags = owner.dev ? { dev: true, optional: true } : { optional: true };
      lockfile.packages[`node_modules/${name}`] = { version, ...platform, ...flags };
      added.push(`${name}@${version}`);
    }
  }
  lockfile.packages = Object.fromEntries(
    Object.entries(lockfile.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  return added;
}

/**
 * Whether a package that `ownerPath` looks for is found, in its own node_modules or one above.
 * @param {Lockfile} lockfile
 * @param {string} ownerPath
 * @param {string} name
 */
function isLocked(lockfile, ownerPath, name) {
  const folders = ownerPath
    .split('/node_modules/')
    .map((_part, index, parts) => parts.slice(0, index + 1));
  const places = folders.map((parts) => `${parts.join('/node_modules/')}/node_modules/${name}`);
  return [`node_modules/${name}`, ...places].some((place) => place in lockfile.packages);
}

/**
 * What a platform package is for, read from its name ("…-linux-arm64-musl"); null for other packages.
 * @param {string} name
 * @returns {Pick<LockedPackage, 'os' | 'cpu' | 'libc'> | null}
 */
export function platformOf(name) {
  const words = name.replace('windows', 'win32').split(/[-/]/);
  const cpu = words.find((word) => PROCESSORS.includes(word));
  const os = words.find((word) => SYSTEMS.includes(word));
  if (cpu === undefined || (os === undefined && cpu !== 'wasm32')) return null;
  return {
    cpu: [cpu],
    ...(os === 'linux' ? libcOf(words) : {}),
    ...(os === undefined ? {} : { os: [os] }),
  };
}

/**
 * @param {readonly string[]} words
 * @returns {Pick<LockedPackage, 'libc'>}
 */
function libcOf(words) {
  if (words.some((word) => word.startsWith('musl'))) return { libc: ['musl'] };
  return words.some((word) => word.startsWith('gnu')) ? { libc: ['glibc'] } : {};
}
