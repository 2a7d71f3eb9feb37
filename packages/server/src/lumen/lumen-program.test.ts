import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { Program, type LocalizedText } from '@afterglow/contract';
import { validateProgram } from '@afterglow/engine';
import { lumenProgram } from './lumen-program.js';
import { lumenTexts } from './lumen-texts.js';

const program = lumenProgram();
const languages = ['ar', 'en', 'es', 'fr', 'pt-BR', 'zh-Hans'];

/** Fields that hold a text of the clinic; `byCategory` holds one under each name. */
const textFields = /^(?:name|terms|friendOffer|ownerOffer|shareText|to)$/;

/** Every text of the clinic in a program, by where it stands; its own name is the same for everybody. */
function textsIn(value: unknown, path = 'program'): [path: string, text: LocalizedText][] {
  if (typeof value !== 'object' || value === null) return [];

  return Object.entries(value).flatMap(([field, held]) => {
    const here = `${path}.${field}`;
    if (here === 'program.clinic.name') return [];
    const isText = textFields.test(field) || path === 'program.labels.byCategory';
    return isText ? [[here, held as LocalizedText]] : textsIn(held, here);
  });
}

const texts = textsIn(program);
const formsOf = (text: LocalizedText) =>
  typeof text === 'string' ? { en: text } : (text as Record<string, string>);
const english = new Set(texts.map(([, text]) => formsOf(text)['en']));

/** The names in a text's braces, each once, in order. */
const bracesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

describe('the program of the example clinic', () => {
  it('holds by the contract and by the engine', () => {
    assert.deepEqual(z.parse(Program, program), program);
    assert.deepEqual(validateProgram(program), []);
  });

  it('has no words outside of these texts', () => {
    const known = new Set(texts.flatMap(([, text]) => Object.values(formsOf(text))));
    const leaves = JSON.stringify(program).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    const words = leaves.map((leaf) => JSON.parse(leaf) as string).filter((leaf) => / /.test(leaf));

    const strange = words.filter((leaf) => !known.has(leaf) && leaf !== program.clinic.name);
    assert.deepEqual(strange, []);
  });

  it('has a use for every translation', () => {
    assert.deepEqual(
      Object.keys(lumenTexts).filter((en) => !english.has(en)),
      [],
    );
  });

  for (const [path, text] of texts)
    it(`says ${path} in six languages, with the same amounts and placeholders`, () => {
      const forms = formsOf(text);
      assert.deepEqual(Object.keys(forms).sort(), languages);
      for (const [language, form] of Object.entries(forms)) {
        assert.notEqual(form.trim(), '', language);
        assert.deepEqual(bracesIn(form), bracesIn(forms['en']!), language);
        assert.deepEqual(form.match(/\d+/g), forms['en']!.match(/\d+/g), language);
      }
    });

  it('keeps Arabic apart from what is written from left to right', () => {
    // A word in capitals, such as LED, is what the reader knows it by, and doesn't turn a line.
    const open = texts.flatMap(([path, text]) =>
      /[A-Za-z]*[a-z]/.test(
        formsOf(text)['ar']!.replace(/\u2068[^\u2068\u2069]*\u2069|\{\w+\}/g, ''),
      )
        ? [path]
        : [],
    );
    assert.deepEqual(open, []);
  });
});
