import { type FileHandle, open } from 'node:fs/promises';

import type { Source } from 'pmtiles';

/** An archive on disk, for reading its header and directories. Close it after use. */
export function createFileSource(path: string): Source & { close(): Promise<void> } {
  let opening: Promise<FileHandle> | null = null;
  return {
    getKey: () => path,
    async getBytes(offset, length) {
      opening ??= open(path, 'r');
      const buffer = new Uint8Array(length);
      const { bytesRead } = await (await opening).read(buffer, 0, length, offset);
      return { data: buffer.buffer.slice(0, bytesRead) };
    },
    async close() {
      await (await opening?.catch(() => null))?.close();
    },
  };
}
