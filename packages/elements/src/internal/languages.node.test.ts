import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { register } from 'tsx/esm/api';
import { firstLanguage } from '../loader/first-language.js';
import { formatMoney, tagFor } from './format.js';
import type { Word, Words } from './words.js';

const source = fileURLToPath(new URL('..', import.meta.url));
const languages = ['ar', 'en', 'es', 'fr', 'pt-BR', 'zh-Hans'];
const translations = languages.filter((tag) => tag !== 'en');

/** Texts that are the same as in English, each with its language, and why. */
const sameOnPurpose = new Set([
  // Names of ways to send something, which people know by these.
  'referral.sms es',
  'referral.sms fr',
  'referral.sms pt-BR',
  'referral.whatsapp es',
  'referral.whatsapp fr',
  'referral.whatsapp pt-BR',
  'referral.whatsapp zh-Hans',
  // A word that people know as it is, and short enough for the line.
  'card.vip es',
  'card.vip fr',
  'card.vip pt-BR',
  // Words that both languages have.
  'history.correction fr',
  'sign-in.code fr',
]);

/** Every group of words in the source, by the name of its files. */
const groups = new Map<string, string>();
for (const file of readdirSync(source, { recursive: true }) as string[]) {
  const [, group] = /^([\w-]+)\.en\.ts$/.exec(basename(file)) ?? [];
  if (group) groups.set(group, join(source, file));
}

/** Compiles what is found on the way. */
const compiled = register({ namespace: 'words' });

const wordsOf = async (group: string, language: string): Promise<Words> => {
  const path = groups.get(group)!.replace(/\.en\.ts$/, `.${language}.ts`);
  return ((await compiled.import(path, import.meta.url)) as { words: Words }).words;
};

const formsOf = (word: Word): readonly string[] =>
  typeof word === 'string' ? [word] : Object.values(word);

/** The names in a text's braces, each once, in order. */
const bracesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** The letters of a text that stand in no braces. */
const lettersOf = (text: string) =>
  text
    .replace(/\{\w+\}/g, '')
    .match(/\p{L}+/gu)
    ?.join(' ') ?? '';

describe('the texts of every element', () => {
  it('are there: the faces, the demo, and one group for each tag', () => {
    const tags = readdirSync(source, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.includes('-'))
      .map(({ name }) => name);
    const silent = ['loyalty-provider'];

    const expected = ['page', 'demo', ...tags.filter((tag) => !silent.includes(tag))].sort();
    assert.deepEqual([...groups.keys()].sort(), expected);
  });

  for (const group of groups.keys()) {
    for (const language of translations) {
      it(`of ${group} are whole in ${language}`, async () => {
        const english = await wordsOf(group, 'en');
        const words = await wordsOf(group, language);

        assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
        for (const [key, word] of Object.entries(words)) {
          const given = formsOf(english[key]!).flatMap(bracesIn);
          for (const form of formsOf(word)) {
            assert.notEqual(form.trim(), '', key);
            const unknown = bracesIn(form).filter((brace) => !given.includes(brace));
            assert.deepEqual(unknown, [], key);
          }
          const said = formsOf(word).flatMap(bracesIn);
          const lost = given.filter((brace) => brace !== '{count}' && !said.includes(brace));
          assert.deepEqual(lost, [], key);
        }
      });

      it(`of ${group} have every plural that ${language} tells apart`, async () => {
        // Millions are the one form that falls back to `other` without harm.
        const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
        const needed = pluralCategories.filter((form) => form !== 'many' || language === 'ar');

        const english = await wordsOf(group, 'en');

        for (const [key, word] of Object.entries(await wordsOf(group, language))) {
          if (typeof word === 'string') {
            const isCounted = typeof english[key] !== 'string' && needed.length > 1;
            assert.ok(!isCounted, `${key} has one form for every count`);
            continue;
          }
          const missing = needed.filter((form) => !(form in word));
          assert.deepEqual(missing, [], key);
        }
      });

      it(`of ${group} leave nothing English in ${language}`, async () => {
        const english = await wordsOf(group, 'en');

        for (const [key, word] of Object.entries(await wordsOf(group, language))) {
          const known = formsOf(english[key]!).map(lettersOf).filter(Boolean);
          const left = formsOf(word)
            .map(lettersOf)
            .filter((text) => known.includes(text));
          if (!sameOnPurpose.has(`${key} ${language}`)) assert.deepEqual(left, [], key);
        }
      });
    }
  }
});

describe('an Arabic text', () => {
  /** What a clinic or a person wrote, maybe in English, or beginning with a sign: "$50 off". */
  const theirs = /\{(?:name|tier|plan|perk|friend|to|clinic|offer|benefits|treatment|package)\}/g;

  for (const group of groups.keys()) {
    it(`of ${group} keeps apart from itself what somebody else wrote`, async () => {
      for (const [key, word] of Object.entries(await wordsOf(group, 'ar'))) {
        for (const form of formsOf(word)) {
          const apart: readonly string[] = form.match(/\u2068\{\w+\}\u2069/g) ?? [];
          const touching = (form.match(theirs) ?? []).filter(
            (brace) => !apart.includes(`\u2068${brace}\u2069`),
          );
          assert.deepEqual(touching, [], key);
        }
      }
    });
  }
});

describe('the language of a page', () => {
  const read = {
    en: 'en',
    'en-GB': 'en',
    'es-MX': 'es',
    'fr-CA': 'fr',
    pt: 'pt-BR',
    'pt-PT': 'pt-BR',
    'pt-BR': 'pt-BR',
    zh: 'zh-Hans',
    'zh-CN': 'zh-Hans',
    'zh-Hans-SG': 'zh-Hans',
    'zh-TW': 'en',
    'zh-Hant-HK': 'en',
    'ar-EG': 'ar',
    de: 'en',
    fil: 'en',
  };

  for (const [asked, tag] of Object.entries(read)) {
    it(`is ${tag} for ${asked}, for the loader as for elements`, () => {
      assert.equal(tagFor(languages, asked) ?? 'en', tag);
      assert.equal(firstLanguage(languages, asked), tag);
    });
  }

  it('is English for a loader where the page says nothing', () => {
    assert.equal(firstLanguage(languages, ''), 'en');
  });
});

describe('money', () => {
  const price = { amount: 56_000, currency: 'USD' };

  it('has its short sign in every language', () => {
    const written = ['en', 'es-MX', 'fr', 'pt-BR', 'zh-Hans'].map((tag) => formatMoney(price, tag));

    assert.deepEqual(written, ['$560', '$560', '560\u00a0$', '$\u00a0560', '$560']);
  });

  it('stands isolated in Arabic, whose sign would fall apart', () => {
    assert.equal(formatMoney(price, 'ar'), '\u2067\u200f560\u200f\u00a0US$\u200e\u2069');
  });
});
