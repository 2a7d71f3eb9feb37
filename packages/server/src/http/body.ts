import { Refused } from '../refused.js';

/** Most bytes in a body of events. */
export const eventsBodyLimit = 1024 * 1024;

/** Most bytes in a body with a program and a history to judge. */
export const simulationBodyLimit = 4 * 1024 * 1024;

/** Most bytes in any other body. */
export const bodyLimit = 64 * 1024;

const tooLarge = (limit: number) =>
  new Refused('body_too_large', {
    detail: `The body has more than ${limit} bytes. Send less at a time.`,
    details: { limitBytes: limit },
  });

/** The media type without its parameters, in lower case. */
function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase();
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  // Older Firefox has no stream here; the whole is in memory already then.
  if (!request.body) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length > limit) throw tooLarge(limit);
    return bytes;
  }

  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > limit) {
      await reader.cancel();
      throw tooLarge(limit);
    }
    chunks.push(part.value);
  }

  const bytes = new Uint8Array(length);
  chunks.reduce((offset, chunk) => (bytes.set(chunk, offset), offset + chunk.length), 0);
  return bytes;
}

/**
 * The text of a body: UTF-8, at most `limit` bytes, counted while it arrives, since a length that
 * was announced can be wrong.
 */
export async function readText(
  request: Request,
  options: { readonly limit: number; readonly types: readonly string[] },
): Promise<string> {
  if (!options.types.includes(mediaType(request)))
    throw new Refused('unsupported_media_type', {
      detail: `Send the body with Content-Type: ${options.types[0]}.`,
    });

  const bytes = await readBytes(request, options.limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('malformed_json', { detail: 'The body is not UTF-8.' });
  }
}

/** What a JSON text says. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('malformed_json', {
      detail:
        text.trim() === ''
          ? 'The body is empty. Send a JSON object.'
          : 'The body is not JSON. Look for a missing quote, comma or bracket.',
    });
  }
}
