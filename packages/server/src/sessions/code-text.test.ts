import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultProgram } from '../default-program.js';
import type { Clinic } from '../programs.js';
import { codeText } from './code-text.js';

const program = defaultProgram({
  name: { en: 'Lumen', 'zh-Hans': '光', ar: 'لومن' },
  locale: 'es',
});
const textFor = (locale: string | undefined) =>
  codeText({
    clinic: { program } as Clinic,
    locale,
    host: 'lumen.example',
    code: '123456',
  });

const beginnings = {
  'en-GB': '123456 is your code for Lumen.',
  'es-MX': '123456 es tu código para Lumen.',
  fr: '123456 est votre code pour Lumen.',
  'pt-PT': '123456 é o seu código para Lumen.',
  'zh-CN': '123456 是您在 光 的验证码',
  ar: '123456 هو رمزك لدى لومن.',
  'zh-TW': '123456 is your code for Lumen.',
  de: '123456 is your code for Lumen.',
};
for (const [locale, beginning] of Object.entries(beginnings)) {
  test(`the message with a code speaks the language of a page in ${locale}`, () => {
    const text = textFor(locale);

    assert.equal(text.slice(0, beginning.length), beginning);
    assert.ok(text.endsWith('\n\n@lumen.example #123456'));
  });
}

test('it speaks the program’s where the page says none', () => {
  assert.match(textFor(undefined), /^123456 es tu código/);
});
