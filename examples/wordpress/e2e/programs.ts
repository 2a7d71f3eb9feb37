/** What the tests of the plugin run on. */
export interface WordPressParts {
  readonly php: string;
  readonly mariadb: string;
  /** Folder with WordPress's own files and a theme. */
  readonly core: string;
}

interface Programs {
  findPhp(): string | undefined;
  findWordPress(): WordPressParts | undefined;
}

const script = new URL('../../../scripts/wordpress.mjs', import.meta.url);
const { findPhp, findWordPress } = (await import(script.href)) as Programs;

/** PHP's command; undefined where there is none, and then the tests that need it say so. */
export const php = findPhp();

/** A WordPress with PHP and MariaDB, not started; undefined where a part is missing. */
export const wordpressParts = findWordPress();
