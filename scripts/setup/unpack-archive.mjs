import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, inflateRaw } from 'node:zlib';

const gunzipAsync = promisify(gunzip);
const inflateRawAsync = promisify(inflateRaw);

const TAR_BLOCK_BYTES = 512;
const ZIP_END_SIGNATURE = 0x06054b50;
const ZIP_ENTRY_SIGNATURE = 0x02014b50;
const ZIP_END_MIN_BYTES = 22;

/**
 * The contents of one file inside a gzipped tar archive held in memory.
 * @param {Buffer} archive
 * @param {string} name path inside the archive
 * @returns {Promise<Buffer>}
 * @throws Error when the archive has no such file
 */
export async function readTarEntry(archive, name) {
  const tar = await gunzipAsync(archive);
  for (let offset = 0; offset + TAR_BLOCK_BYTES <= tar.length; ) {
    const entryName = tar.toString('utf8', offset, offset + 100).replace(/\0.*$/s, '');
    const sizeBytes = Number.parseInt(tar.toString('ascii', offset + 124, offset + 136), 8) || 0;
    const start = offset + TAR_BLOCK_BYTES;
    if (entryName === name) return tar.subarray(start, start + sizeBytes);
    offset = start + Math.ceil(sizeBytes / TAR_BLOCK_BYTES) * TAR_BLOCK_BYTES;
  }
  throw new Error(`the archive has no file ${name}`);
}

/**
 * Unpack a zip archive held in memory, keeping the files' permission bits. Zip64 and encryption are
 * not supported: the one archive this reads uses neither.
 * @param {Buffer} archive
 * @param {string} folder
 * @param {(name: string) => string | null} place path under `folder` for an entry, or null to skip it
 * @returns {Promise<number>} how many files were written
 * @throws Error for a damaged archive, or an entry that would leave `folder`
 */
export async function unpackZip(archive, folder, place) {
  let written = 0;
  for (const entry of zipEntries(archive)) {
    const target = entry.name.endsWith('/') ? null : place(entry.name);
    if (target === null) continue;
    if (normalize(target).startsWith('..'))
      throw new Error(`the archive's ${entry.name} would leave its folder`);
    const path = join(folder, target);
    await mkdir(dirname(path), { recursive: true });
    const packed = packedBytes(archive, entry);
    await writeFile(path, entry.isDeflated ? await inflateRawAsync(packed) : packed);
    if (entry.mode !== 0) await chmod(path, entry.mode);
    written += 1;
  }
  return written;
}

/** @param {Buffer} archive */
function* zipEntries(archive) {
  let end = archive.length - ZIP_END_MIN_BYTES;
  while (end >= 0 && archive.readUInt32LE(end) !== ZIP_END_SIGNATURE) end -= 1;
  if (end < 0) throw new Error('the archive is not a zip file or is cut short');
  let offset = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(offset) !== ZIP_ENTRY_SIGNATURE)
      throw new Error("the zip file's list is damaged");
    const nameBytes = archive.readUInt16LE(offset + 28);
    yield {
      name: archive.toString('utf8', offset + 46, offset + 46 + nameBytes),
      isDeflated: archive.readUInt16LE(offset + 10) === 8,
      packedSize: archive.readUInt32LE(offset + 20),
      mode: (archive.readUInt32LE(offset + 38) >>> 16) & 0o777,
      headerOffset: archive.readUInt32LE(offset + 42),
    };
    offset +=
      46 + nameBytes + archive.readUInt16LE(offset + 30) + archive.readUInt16LE(offset + 32);
  }
}

/**
 * @param {Buffer} archive
 * @param {{ headerOffset: number, packedSize: number }} entry
 */
function packedBytes(archive, entry) {
  const nameBytes = archive.readUInt16LE(entry.headerOffset + 26);
  const extraBytes = archive.readUInt16LE(entry.headerOffset + 28);
  const start = entry.headerOffset + 30 + nameBytes + extraBytes;
  return archive.subarray(start, start + entry.packedSize);
}
