import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WrongSetting, readSettings } from './settings.js';

describe('settings', () => {
  it('have a value when the environment says nothing, or nothing but spaces', () => {
    const settings = readSettings({ PORT: '', LOG_LEVEL: ' ' });

    assert.equal(settings.database, '.afterglow/clinic.db');
    assert.equal(settings.port, 4600);
    assert.equal(settings.logLevel, undefined);
    assert.match(settings.salonData, /shared[\\/]data[\\/]salon$/);
  });

  for (const [name, value, reason] of [
    ['PORT', '80a', /PORT is "80a"; give a whole number/],
    ['PORT', '65535', /PORT is "65535"/],
    ['PORT', '-1', /PORT is "-1"/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL is "loud"; give one of fatal/],
    ['AFTERGLOW_DATABASE', 'mysql://x/y', /starts with mysql:\/\//],
    ['AFTERGLOW_DATABASE', 'postgres://user:pass word@:x/', /is no address/],
  ] as const)
    it(`refuse ${name}=${value} in one line`, () => {
      assert.throws(
        () => readSettings({ [name]: value }),
        (error) =>
          error instanceof WrongSetting && reason.test(error.message) && !/\n/.test(error.message),
      );
    });

  it('never repeat a database address, which holds a password', () => {
    assert.throws(
      () => readSettings({ AFTERGLOW_DATABASE: 'postgres://u:secret@[/' }),
      (error: Error) => !error.message.includes('secret'),
    );
  });
});
