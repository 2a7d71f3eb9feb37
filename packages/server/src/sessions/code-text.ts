import { textIn } from '../localized.js';
import type { Clinic } from '../programs.js';

const english = (clinic: string, code: string) =>
  `${code} is your code for ${clinic}. It works for 10 minutes.`;

/** The sentence of the message in the languages that we have; English for others. */
const sentences: Readonly<Record<string, typeof english>> = {
  en: english,
  es: (clinic, code) => `${code} es tu código para ${clinic}. Sirve durante 10 minutos.`,
};

/**
 * The SMS with a one-time code. Its last line, `@host #123456`, lets the phone fill the code in on
 * pages of that host and nowhere else.
 */
export function codeText(of: {
  readonly clinic: Clinic;
  readonly locale: string | undefined;
  readonly host: string;
  readonly code: string;
}): string {
  const { name, locale: programLocale } = of.clinic.program.clinic;
  const language = (of.locale ?? programLocale).split('-')[0] ?? 'en';
  const say = sentences[language] ?? english;
  return `${say(textIn(name, of.locale, programLocale), of.code)}\n\n@${of.host} #${of.code}`;
}
