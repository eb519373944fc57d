import { extname, join, normalize, sep } from 'node:path';

/** The file behind a path, or null where the path leads out of the directory. */
export function resolveRendererFile(rendererDir: string, pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = normalize(join(rendererDir, extname(path) === '' ? 'index.html' : path));
  return file.startsWith(rendererDir + sep) ? file : null;
}
