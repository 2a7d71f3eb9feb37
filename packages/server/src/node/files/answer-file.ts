import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { readFound } from './folder.js';
import type { FoundFile } from './folder.js';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this size a packed answer is no smaller on the wire. */
const packFromBytes = 500;

/** Packed bytes by path, version and encoding: each file is packed once. */
const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** Answers a GET or HEAD with a file: 304 where the caller has it already, packed where it may. */
export async function answerFile(
  request: Request,
  file: FoundFile,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const encoding = encodingFor(request, file);
  const etag = `"${file.version}${encoding ? `-${encoding}` : ''}"`;
  const all = { ...headers, ETag: etag, Vary: 'Accept-Encoding' };
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers: all });

  const body = encoding ? await pack(file, encoding) : file.bytes;
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: {
      ...all,
      'Content-Type': file.type,
      'Content-Length': String(body.byteLength),
      'X-Content-Type-Options': 'nosniff',
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    },
  });
}

function encodingFor(request: Request, file: FoundFile): 'br' | 'gzip' | undefined {
  const isText = /^(text\/|application\/|image\/svg)/.test(file.type);
  if (!isText || file.bytes.byteLength < packFromBytes) return undefined;

  const accepted = request.headers.get('accept-encoding') ?? '';
  const accepts = (name: string) =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0*)?\\b)`).test(accepted);
  return accepts('br') ? 'br' : accepts('gzip') ? 'gzip' : undefined;
}

function pack(file: FoundFile, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${file.path} ${file.version} ${encoding}`;
  let bytes = packed.get(key);
  if (!bytes) {
    bytes = encoding === 'br' ? brotliOf(file) : zip(file.bytes).then(copy);
    packed.set(key, bytes);
  }
  return bytes;
}

/** The `.br` file that the build put beside it, unless the file is newer; else packed here. */
async function brotliOf(file: FoundFile): Promise<Uint8Array<ArrayBuffer>> {
  const ready = await readFound(`${file.path}.br`, file.type);
  if (ready && timeOf(ready) >= timeOf(file)) return ready.bytes;

  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return copy(await brotli(file.bytes, { params: quality }));
}

const timeOf = (file: FoundFile) => Number(file.version.split('-')[1]);
const copy = (bytes: Uint8Array) => new Uint8Array(bytes);
