import type { Program } from '@afterglow/contract';
import { hashText } from './hashing.js';
import type { Ports } from './ports.js';
import { loadPrograms } from './programs.js';

/**
 * What keeps an SVG that somebody opens by itself from doing anything: it is drawn with its own
 * styles, and nothing of it runs or loads.
 */
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const nameOf = (logo: string) => hashText(logo).slice(0, 32);

/** Where pages find a clinic's logo: below the API's own address, elsewhere, or nowhere. */
export function logoAddress(clinicId: string, { logo, logoUrl }: Program['brand']): string | null {
  return logo === undefined ? (logoUrl ?? null) : `/v1/logos/${clinicId}/${nameOf(logo)}`;
}

/**
 * The logo of a clinic by its name. One of an earlier version is there too, since pages keep programs
 * for a while.
 *
 * @returns Undefined when the clinic never had it.
 */
export async function logoNamed(
  ports: Ports,
  clinicId: string,
  name: string,
): Promise<Response | undefined> {
  const programs = await loadPrograms(ports, clinicId);
  const logo = programs
    .map(({ program }) => program.brand.logo)
    .find((one) => one !== undefined && nameOf(one) === name);
  if (logo === undefined) return undefined;
  const [type = '', base64 = ''] = logo.slice('data:'.length).split(';base64,');
  return new Response(
    Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    {
      headers: {
        'Content-Type': type,
        // The name says the content, so it never changes.
        'Cache-Control': 'public, max-age=31536000, immutable',
        'Content-Security-Policy': policy,
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    },
  );
}
