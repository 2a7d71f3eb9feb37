/** One policy: its directives, each with its sources, all in lower case but nonces and paths. */
type Policy = ReadonlyMap<string, readonly string[]>;

/** What a page wants to load. */
export interface Wanted {
  /** Which directives decide, the first that is there; such as `script-src-elem`, `script-src`. */
  readonly directives: readonly string[];
  readonly url: URL;
  /** The `nonce` of its tag. */
  readonly nonce?: string | undefined;
}

function readPolicy(text: string): Policy {
  const directives = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    // Of two directives of one name the first counts.
    if (name !== '' && !directives.has(name.toLowerCase()))
      directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/**
 * The directive that keeps something from loading; undefined where every policy lets it in.
 *
 * @param policies - Texts of `Content-Security-Policy`, each of which must allow.
 * @param page - The page's address, which `'self'` speaks of.
 */
export function blockedBy(
  policies: readonly string[],
  wanted: Wanted,
  page: URL,
): string | undefined {
  for (const text of policies) {
    const policy = readPolicy(text);
    const name = [...wanted.directives, 'default-src'].find((one) => policy.has(one));
    if (name !== undefined && !allows(policy.get(name) ?? [], wanted, page))
      return `${name} ${(policy.get(name) ?? []).join(' ')}`.trim();
  }
  return undefined;
}

/** The `trusted-types` directive that refuses a policy of this name; undefined where none does. */
export function refusesTrustedTypes(policies: readonly string[], name: string): string | undefined {
  for (const text of policies) {
    const allowed = readPolicy(text).get('trusted-types');
    if (allowed && !allowed.includes('*') && !allowed.includes(name))
      return `trusted-types ${allowed.join(' ')}`.trim();
  }
  return undefined;
}

function allows(sources: readonly string[], { url, nonce }: Wanted, page: URL): boolean {
  if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
  // Then addresses count for nothing: what a trusted script adds may run.
  if (sources.some((source) => source.toLowerCase() === `'strict-dynamic'`)) return false;
  return sources.some((source) => fits(source, url, page));
}

const hostSource = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^:/*]+)(?::(\d+|\*))?(\/.*)?$/i;

/** Whether an address is one of a source expression (CSP 3, 6.7.2.8). */
function fits(source: string, url: URL, page: URL): boolean {
  if (source === '*') return /^(?:https?|wss?):$/.test(url.protocol);
  if (source.toLowerCase() === `'self'`) return url.origin === page.origin;
  const scheme = /^([a-z][a-z0-9+.-]*):$/i.exec(source)?.[1];
  if (scheme !== undefined) return schemeFits(scheme, url);
  const found = hostSource.exec(source);
  if (!found || source.startsWith(`'`)) return false;

  const [, wantedScheme, host = '', port, path] = found;
  return (
    schemeFits(wantedScheme ?? page.protocol.slice(0, -1), url) &&
    hostFits(host.toLowerCase(), url.hostname) &&
    portFits(port, url) &&
    pathFits(path, url.pathname)
  );
}

/** A source of http lets the same host in by https. */
const schemeFits = (scheme: string, url: URL) =>
  `${scheme.toLowerCase()}:` === url.protocol ||
  (scheme.toLowerCase() === 'http' && url.protocol === 'https:');

const hostFits = (host: string, name: string) =>
  host === '*' || (host.startsWith('*.') ? name.endsWith(host.slice(1)) : host === name);

const usualPort = (url: URL) => url.port || (url.protocol === 'https:' ? '443' : '80');

const portFits = (port: string | undefined, url: URL) =>
  port === '*' || (port === undefined ? url.port === '' : port === usualPort(url));

const pathFits = (path: string | undefined, name: string) =>
  path === undefined ||
  path === '/' ||
  (path.endsWith('/') ? name.startsWith(path) : path === name);
