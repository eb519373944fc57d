import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A bounded file system of the run's own, which can be filled. */
export interface BoundedDisk {
  readonly path: string;
  fill(): void;
  free(): void;
  remove(): void;
}

const FILL_PIECE = Buffer.alloc(1_048_576);

/** @returns null where this user may not mount one: the full disk is then simulated, if the engine allows it */
export function mountBoundedDisk(path: string, megabytes: number): BoundedDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  mkdirSync(path, { recursive: true });
  try {
    const size = `size=${String(megabytes)}m,mode=0755`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const filler = (index: number): string => join(path, `filler-${String(index)}`);
  let fillers = 0;
  return {
    path,
    fill() {
      for (; fillers < megabytes; fillers += 1) {
        try {
          writeFileSync(filler(fillers), FILL_PIECE);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
          // The last piece fits in part, so that nothing at all is left.
          fillers += 1;
          return;
        }
      }
    },
    free() {
      for (let index = 0; index < fillers; index += 1) rmSync(filler(index), { force: true });
      fillers = 0;
    },
    remove() {
      execFileSync('umount', ['-l', path], { stdio: 'ignore' });
    },
  };
}
