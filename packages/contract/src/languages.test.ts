import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickText, tagFor } from './languages.js';

test('a text is the one of the same tag, then one of the language, then the clinic’s own, then any', () => {
  const text = {
    en: 'Points',
    'es-MX': 'Puntos MX',
    es: 'Puntos',
    'pt-BR': 'Pontos',
    zh: '积分',
  };

  assert.equal(pickText(text, 'es-MX'), 'Puntos MX');
  assert.equal(pickText(text, 'es-AR'), 'Puntos');
  assert.equal(pickText(text, 'pt'), 'Pontos');
  assert.equal(pickText(text, 'zh-TW'), '积分');
  assert.equal(pickText(text, 'de', 'es-US'), 'Puntos');
  assert.equal(pickText({ fr: 'Éclats' }, 'de'), 'Éclats');
  assert.equal(pickText('Glow', 'de'), 'Glow');
});

test('Chinese goes by its script', () => {
  assert.equal(tagFor(['en', 'zh-Hans'], 'zh-CN'), 'zh-Hans');
  assert.equal(tagFor(['en', 'zh-Hans'], 'zh-TW'), undefined);
  assert.equal(tagFor(['zh-Hant', 'zh-Hans'], 'zh-HK'), 'zh-Hant');
});
