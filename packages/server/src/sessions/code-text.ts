import { pickText, tagFor } from '@afterglow/contract/languages';
import type { Clinic } from '../programs.js';

const english = (clinic: string, code: string) =>
  `${code} is your code for ${clinic}. It works for 10 minutes.`;

/** The sentence of the message, in the languages of the elements; English for others. */
const sentences: Readonly<Record<string, typeof english>> = {
  en: english,
  es: (clinic, code) => `${code} es tu código para ${clinic}. Sirve durante 10 minutos.`,
  fr: (clinic, code) => `${code} est votre code pour ${clinic}. Il est valable 10 minutes.`,
  'pt-BR': (clinic, code) => `${code} é o seu código para ${clinic}. Vale por 10 minutos.`,
  'zh-Hans': (clinic, code) => `${code} 是您在 ${clinic} 的验证码，10 分钟内有效。`,
  ar: (clinic, code) => `${code} هو رمزك لدى ${clinic}. صالح لمدة 10 دقائق.`,
};

/**
 * The SMS with a one-time code. Its last line, `@host #123456`, lets the phone fill the code in on
 * pages of that host and nowhere else.
 *
 * @param of.locale - The language that the page speaks; undefined: the program's.
 */
export function codeText(of: {
  readonly clinic: Clinic;
  readonly locale: string | undefined;
  readonly host: string;
  readonly code: string;
}): string {
  const { name, locale: programLocale } = of.clinic.program.clinic;
  const language = of.locale ?? programLocale;
  const say = sentences[tagFor(Object.keys(sentences), language) ?? 'en'] ?? english;
  return `${say(pickText(name, language, programLocale), of.code)}\n\n@${of.host} #${of.code}`;
}
