import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calculatorProgram } from './calculator-program.js';
import { clinicTexts } from './clinic-texts.js';
import { earningProgram } from './earning-program.js';
import { inSixLanguages } from './in-six-languages.js';
import { handProgram, handSummary } from './hand-made.js';
import { clubProgram, clubSummary } from './made-credit.js';
import { historyProgram } from './made-entries.js';
import { homeProgram, homeSummary } from './made-home.js';
import * as offers from './made-offers.js';
import { madePreview } from './made-preview.js';
import { madeVoucher, rewardProgram } from './made-rewards.js';

const languages = ['ar', 'en', 'es', 'fr', 'pt-BR', 'zh-Hans'];

/** Everything of the clinic that stories are made of. */
const made = {
  handProgram: handProgram(),
  handSummary: handSummary(),
  calculatorProgram: calculatorProgram(),
  earningProgram: earningProgram(),
  clubProgram: clubProgram(),
  clubSummary: clubSummary(),
  historyProgram: historyProgram(),
  homeProgram: homeProgram(),
  homeSummary: homeSummary(),
  rewardProgram: rewardProgram(),
  madePreview,
  madeVoucher,
  ...offers,
};

/** Fields that hold a text of the clinic; its own name is the same for everybody. */
const textFields = /^(?:name|terms|friendOffer|ownerOffer|shareText)$/;

/** Where a text does not speak every language. */
function silentIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, held]) => {
    const here = `${path}.${field}`;
    if (here.endsWith('.clinic.name') || held === null) return [];
    if (!textFields.test(field)) return silentIn(held, here);
    const spoken = typeof held === 'string' ? [] : Object.keys(held as object).sort();
    return spoken.join() === languages.join() ? [] : [`${here}: ${JSON.stringify(held)}`];
  });
}

describe('the clinic of the stories', () => {
  for (const [name, value] of Object.entries(made)) {
    it(`says everything in six languages: ${name}`, () => {
      assert.deepEqual(silentIn(inSixLanguages(value), name), []);
    });
  }

  it('keeps what a story says itself, and words that are no text', () => {
    const own = { name: { en: 'Glow points', es: 'Mis puntos' }, kind: 'points' };

    const { name, kind } = inSixLanguages(own);

    assert.equal(name.es, 'Mis puntos');
    assert.equal(kind, 'points');
  });

  for (const said of clinicTexts) {
    it(`says the same amounts everywhere, and no Latin unmarked in Arabic: ${said.en}`, () => {
      for (const [language, form] of Object.entries(said)) {
        assert.deepEqual(form.match(/\d+|\{\w+\}/g), said.en.match(/\d+|\{\w+\}/g), language);
      }
      const open = said.ar.replace(/\u2068[^\u2068\u2069]*\u2069|\{\w+\}/g, '');
      assert.doesNotMatch(open, /[A-Za-z]*[a-z]/);
    });
  }
});
