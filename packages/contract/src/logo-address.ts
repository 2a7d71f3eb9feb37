/**
 * The whole address of a clinic's logo, as `brand.logoUrl` of the public program tells it: a path is
 * below the API's own address.
 *
 * @param base - Origin (and path) of the API, without `/v1`.
 */
export const logoUrlAt = (base: string, logoUrl: string | null): string | null =>
  logoUrl?.startsWith('/') ? base + logoUrl : logoUrl;
