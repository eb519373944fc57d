// Loaded into a backend before its own code (`node --import`), on the orders of the tool that started it: it
// shifts what the process takes for the time of day, and makes writes to its data directory fail as on a full
// disk. The product's own code knows nothing of it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';

const RealDate = Date;
let offsetMs = 0;
let isDiskFull = false;

class ShiftedDate extends RealDate {
  /** @param {any[]} args */
  constructor(...args) {
    // @ts-expect-error the built-in takes none to seven arguments, and so does this
    super(...(args.length === 0 ? [RealDate.now() + offsetMs] : args));
  }
  /** @override */
  static now() {
    return RealDate.now() + offsetMs;
  }
}
globalThis.Date = /** @type {DateConstructor} */ (/** @type {unknown} */ (ShiftedDate));

const dataDir = resolve(process.env['CC_DATA_DIR'] ?? '.');
/** @type {Set<number>} */
const dataFiles = new Set();
const { openSync, closeSync, writeSync, ftruncateSync } = fs;

/** @type {typeof fs.openSync} */
fs.openSync = (path, ...rest) => {
  const descriptor = openSync(path, ...rest);
  if (typeof path === 'string' && resolve(path).startsWith(dataDir)) dataFiles.add(descriptor);
  return descriptor;
};
/** @type {typeof fs.closeSync} */
fs.closeSync = (descriptor) => {
  dataFiles.delete(descriptor);
  closeSync(descriptor);
};
fs.writeSync = /** @type {typeof fs.writeSync} */ (
  /** @param {any[]} args */
  (...args) => {
    if (isDiskFull && dataFiles.has(args[0])) throw noSpace('write');
    return Reflect.apply(writeSync, fs, args);
  }
);
/** @type {typeof fs.ftruncateSync} */
fs.ftruncateSync = (descriptor, length) => {
  if (isDiskFull && dataFiles.has(descriptor)) throw noSpace('ftruncate');
  ftruncateSync(descriptor, length);
};
syncBuiltinESMExports();

/** @param {string} call */
function noSpace(call) {
  return Object.assign(new Error(`ENOSPC: no space left on device, ${call}`), {
    code: 'ENOSPC',
    errno: -28,
    syscall: call,
  });
}

process.on('message', (order) => {
  const { kind, ...what } = /** @type {{ kind: string, offsetMs?: number, isFull?: boolean }} */ (
    order
  );
  if (kind === 'clock') offsetMs = what.offsetMs ?? 0;
  if (kind === 'disk') isDiskFull = what.isFull ?? false;
});
// Listening for orders is no reason to stay alive.
process.channel?.unref();
