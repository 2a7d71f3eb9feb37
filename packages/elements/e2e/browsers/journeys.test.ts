import { strict as assert } from 'node:assert';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { openSite, type ClinicSite } from '../clinic-site.js';
import { browsersHere, startBrowser, type FoundBrowser } from './browsers.js';
import { arriving } from './journeys/arriving.js';
import { living } from './journeys/living.js';
import { looking } from './journeys/looking.js';
import { sharing } from './journeys/sharing.js';
import { spending } from './journeys/spending.js';
import { journeysProgram, setStage, type Stage } from './stage.js';
import type { StartedBrowser, Visit } from './tab.js';

const journeys = [...arriving, ...spending, ...sharing, ...living, ...looking];

for (const found of browsersHere) describe(`in ${found.name}`, () => testJourneys(found));

function testJourneys(found: FoundBrowser): void {
  let clinic: ClinicSite;
  let other: ClinicSite;
  let browser: StartedBrowser;
  let visit: Visit;
  let stage: Stage;

  before(async () => {
    clinic = await openSite({ program: journeysProgram });
    other = await openSite({ color: '#1b4b8f' });
    browser = await startBrowser(found);
    console.log(`${found.name} ${browser.version}`);
  });
  after(async () => {
    await browser?.close();
    for (const site of [clinic, other]) site?.close();
  });
  beforeEach(async () => {
    visit = await browser.visit();
    stage = setStage({ clinic, other }, visit);
  });
  afterEach(() => visit.close());

  for (const [title, walk] of journeys) {
    it(`${title} (${found.name})`, async () => {
      await walk(stage);

      assert.deepEqual(await stage.faults(), []);
    });
  }
}
