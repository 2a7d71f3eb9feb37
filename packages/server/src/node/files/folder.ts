import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
};

/** A file as it is now. */
export interface FoundFile {
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Changes whenever the file does. */
  readonly version: string;
}

/** The media type of a name; undefined for kinds of files that we don't hand out. */
export function typeOf(path: string): string | undefined {
  return types[extname(path).toLowerCase()];
}

/**
 * Finds a file of a folder. Names that lead out of it, hidden files and kinds of files that are not
 * known are not there.
 *
 * @param name - The decoded path of an address, without a slash at its start.
 */
export async function findFile(folder: string, name: string): Promise<FoundFile | undefined> {
  const path = join(folder, normalize(name));
  const inside = path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  const type = typeOf(path);
  if (!inside || !type || name.includes('\u0000') || /(^|[\\/])\./.test(name)) return undefined;
  return readFound(path, type);
}

/** Reads a file whose place is known; undefined when it is none. */
export async function readFound(path: string, type: string): Promise<FoundFile | undefined> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, type, bytes: await bytesOf(path), version: `${size}-${Math.round(mtimeMs)}` };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path));
}

/** The path of an address without its first slash; undefined when its escapes are wrong. */
export function decodedPath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return undefined;
  }
}
