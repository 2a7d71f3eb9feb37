import { reckonSavings, type SavingsChoice } from '@afterglow/engine/savings';
import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { GlowCalculatedEvent } from '../internal/events.js';
import type { Face } from '../internal/faces.js';
import { calculatorProgram } from '../testing/calculator-program.js';
import { facePage } from '../testing/face-page.js';
import { handProgram } from '../testing/hand-made.js';
import { clear, faultsOf, heard, higherThanReserved, show, untilTrue } from '../testing/looks.js';
import { serve } from '../testing/served.js';
import { stand, type Surroundings } from '../testing/stand.js';
import './define.js';
import type { SavingsCalculatorElement } from './savings-calculator.js';

/** It needs the program alone, which is never signed out and, once read, never out of date. */
const ownFaces = ['waiting', 'empty', 'ready', 'failed'] as const;
const template = () => html`<savings-calculator></savings-calculator>`;
const programFor = (face: Face) => (face === 'empty' ? handProgram() : calculatorProgram());
const calculator = (face: Face, given: Parameters<typeof show>[2] = {}) =>
  show<SavingsCalculatorElement>(face, template(), { program: programFor(face), ...given });

const strangers: HTMLElement[] = [];

/** The calculator on a page where nobody is signed in. */
async function stranger(content = template(), surroundings: Surroundings = {}) {
  const page = await facePage('signed-out', { program: calculatorProgram() });
  const box = stand(page, content, surroundings);
  document.body.append(box);
  strangers.push(box);
  const element = box.firstElementChild as SavingsCalculatorElement;
  await untilTrue(
    () => element.hasUpdated && element.state === 'ready',
    () => element.state,
  );
  await element.updateComplete;
  const root = element.shadowRoot!;
  const told: GlowCalculatedEvent[] = [];
  box.addEventListener('glow-calculated', (event) => told.push(event));
  return {
    ...{ box, element, page, root, told },
    find: <Found extends HTMLElement>(selector: string) => root.querySelector<Found>(selector)!,
    slider: root.querySelector<HTMLInputElement>('[type="range"]')!,
    number: root.querySelector<HTMLInputElement>('[type="number"]')!,
    text: () => root.textContent!.replace(/\s+/g, ' ').trim(),
    figure: () => root.querySelector('.figure')!.textContent!.trim(),
    spoken: () => root.querySelector('output .hidden')!.textContent!.trim(),
    sources: () =>
      [...root.querySelectorAll('.sources li')].map((each) =>
        each.textContent!.replace(/\s+/g, ' ').trim(),
      ),
    /** What the listener of the page has heard, once it has heard `count` times. */
    tells: (count: number) =>
      untilTrue(
        () => told.length >= count,
        () => `told ${told.length} times`,
      ),
  };
}

/** Moves a control as a person does: its value while it moves, and the end of the move. */
function move(control: HTMLInputElement | HTMLSelectElement, value: string) {
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** How light an element's background is, as WCAG reckons it: 0 is black, 1 white. */
function luminanceOf(element: Element): number {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
  canvas.fillStyle = getComputedStyle(element).backgroundColor;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
    value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What the engine says, in dollars as the page writes them. */
function reckoned(choice: Partial<SavingsChoice>): string {
  const standard = { visitsPerYear: 4, treatments: ['TOX', 'FACIAL'] };
  const { total } = reckonSavings(calculatorProgram(), { ...standard, ...choice });
  const digits = total % 100 === 0 ? 0 : 2;
  return (total / 100).toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

describe('savings-calculator', () => {
  afterEach(() => {
    clear();
    strangers.splice(0).forEach((box) => box.remove());
  });

  for (const face of ownFaces) {
    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await calculator(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('says what is the case while there is no result', async () => {
    const said: string[] = [];
    for (const face of ['waiting', 'empty', 'failed'] as const) {
      const { text } = await calculator(face);
      said.push(text());
    }

    expect(said).to.deep.equal([
      'Loading the calculator',
      'Your year at Lumen Aesthetics There is nothing to count here yet. Ask us what your visits would bring back.',
      'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    ]);
  });

  it('fits its reserve in every face, width and language', async () => {
    const higher = await higherThanReserved(
      template,
      (face) => ({ program: programFor(face) }),
      ownFaces,
    );

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('shows a stranger what the engine reckons from the clinic’s own suggestion', async () => {
    const { figure, spoken, sources, text } = await stranger();

    expect(figure()).to.equal(reckoned({}));
    expect(spoken()).to.equal(figure());
    expect(sources()).to.deep.equal([`1,722 Glow points ${figure()}`]);
    expect(text()).to.contain('5.9% of $2,900 in treatments');
  });

  it('starts where the page says', async () => {
    const { figure, slider, number, find } = await stranger(
      html`<savings-calculator
        visits="6"
        treatments="MICRO, LASER"
        tier="luminous"
        package="MN3"
      ></savings-calculator>`,
    );

    const choice = { visitsPerYear: 6, treatments: ['MICRO', 'LASER'] };
    expect(figure()).to.equal(reckoned({ ...choice, tier: 'luminous', packageCode: 'MN3' }));
    expect([slider.value, number.value]).to.deep.equal(['6', '6']);
    expect(find<HTMLSelectElement>('[name="tier"]').value).to.equal('luminous');
    expect(find<HTMLSelectElement>('[name="package"]').value).to.equal('MN3');
  });

  it('takes the program’s word where the page asks for a tier or visits that are none', async () => {
    const { figure, find, number } = await stranger(
      html`<savings-calculator visits="often" tier="gold" package="none"></savings-calculator>`,
    );

    expect(figure()).to.equal(reckoned({}));
    expect(number.value).to.equal('4');
    expect(find<HTMLSelectElement>('[name="tier"]').value).to.equal('');
  });

  it('reckons with a member’s own tier, and without what joining gives', async () => {
    const { find, element } = await calculator('ready');
    const tier = find<HTMLSelectElement>('[name="tier"]');

    await untilTrue(
      () => tier.value === 'radiant',
      () => tier.value,
    );
    await element.updateComplete;
    expect(find('.sources').textContent).to.contain('1,672 Glow points');
  });

  it('moves slider, number and figure together, by keyboard', async () => {
    const { slider, number, figure, tells } = await stranger();

    slider.focus();
    await sendKeys({ press: 'ArrowRight' });
    await tells(1);

    expect([slider.value, number.value]).to.deep.equal(['5', '5']);
    await untilTrue(() => figure() === reckoned({ visitsPerYear: 5 }), figure);
  });

  it('waits while the number is empty, then shows again what is counted', async () => {
    const { number, spoken, told } = await stranger();

    number.focus();
    number.select();
    await sendKeys({ press: 'Backspace' });
    expect([number.value, spoken()]).to.deep.equal(['', reckoned({})]);
    number.blur();

    expect(number.value).to.equal('4');
    expect(told).to.deep.equal([]);
  });

  it('holds what is typed between 1 and 52, and the slider reaches as far', async () => {
    const { number, slider, element, spoken } = await stranger();

    for (const [typed, counted] of [
      ['60', 52],
      ['0', 1],
    ] as const) {
      move(number, typed);
      await element.updateComplete;

      expect([number.value, slider.value]).to.deep.equal([`${counted}`, `${counted}`]);
      expect(spoken()).to.equal(reckoned({ visitsPerYear: counted }));
    }
    expect(slider.max).to.equal('52');
  });

  it('has treatments as checkboxes that the space bar turns', async () => {
    const { find, element, spoken } = await stranger();
    const filler = find<HTMLInputElement>('[value="FILLER"]');

    filler.focus();
    await sendKeys({ press: 'Space' });
    await element.updateComplete;
    expect(spoken()).to.equal(reckoned({ treatments: ['TOX', 'FACIAL', 'FILLER'] }));
    await sendKeys({ press: 'Space' });
    await element.updateComplete;

    expect(spoken()).to.equal(reckoned({}));
    expect(element.treatments).to.deep.equal(['TOX', 'FACIAL']);
  });

  it('asks for a treatment where none is chosen', async () => {
    const { text } = await stranger(html`<savings-calculator treatments=""></savings-calculator>`);

    expect(text()).to.contain('Choose a treatment to see what it brings.');
  });

  it('says that a package costs more than the visits that it is for', async () => {
    const { find, sources, element, spoken, root } = await stranger();

    move(find<HTMLSelectElement>('[name="package"]'), 'FACIAL5');
    await element.updateComplete;

    expect(spoken()).to.equal(reckoned({ packageCode: 'FACIAL5' }));
    expect(sources()[1]).to.equal('Package costs more than visits −$65');
    expect(root.querySelectorAll('.bar > *').length).to.equal(1);
  });

  it('says that a package is for treatments which are not chosen', async () => {
    const { find, sources, element } = await stranger();

    move(find<HTMLSelectElement>('[name="package"]'), 'MN3');
    await element.updateComplete;

    expect(sources()[1]).to.equal('Package: for other treatments $0');
  });

  it('offers only packages for treatments that it has', async () => {
    const { find } = await stranger();

    const codes = [...find<HTMLSelectElement>('[name="package"]').options].map(
      ({ value }) => value,
    );
    expect(codes).to.deep.equal(['', 'MN3', 'FACIAL5']);
  });

  it('draws the bar by the sources, in their shares', async () => {
    const { root, sources } = await stranger(
      html`<savings-calculator
        treatments="MICRO"
        tier="luminous"
        package="MN3"
      ></savings-calculator>`,
    );

    const widths = [...root.querySelectorAll('.bar > *')].map(
      (part) => part.getBoundingClientRect().width,
    );
    const amounts = sources().map((line) => Number(/\$([\d.]+)$/.exec(line)?.[1]));
    expect(amounts.length).to.equal(3);
    expect(widths[0]! / widths[2]!).to.be.closeTo(amounts[0]! / amounts[2]!, 0.01);
  });

  it('has a part of the bar for each source that stands out, in light and in dark', async () => {
    for (const [scheme, brand] of [
      ['light', '#2b5a4c'],
      ['dark', '#3d6c5e'],
    ] as const) {
      const { root, find, box } = await stranger(
        html`<savings-calculator treatments="MICRO" tier="luminous" package="MN3">
        </savings-calculator>`,
        { scheme },
      );
      box.style.setProperty('--savings-calculator-color', brand);

      const behind = luminanceOf(find('.card'));
      for (const part of root.querySelectorAll('.bar > *')) {
        const [less, more] = [behind, luminanceOf(part)].sort((a, b) => a - b);
        expect((more! + 0.05) / (less! + 0.05), `${part.className}, ${scheme}`).to.be.above(1.7);
      }
    }
  });

  it('has room for a further source, so that its line moves no control', async () => {
    const { element, find, sources } = await stranger(
      html`<savings-calculator treatments="MICRO"></savings-calculator>`,
      { width: 390 },
    );
    const tops = () => ['.chips', '.selects', '.sources'].map((part) => find(part).offsetTop);
    const [before, lines] = [tops(), sources().length];

    move(find<HTMLSelectElement>('[name="package"]'), 'MN3');
    await element.updateComplete;

    expect(sources().length).to.equal(lines + 1);
    expect(tops()).to.deep.equal(before);
  });

  it('tells the page and the listener once when a move is over, not while it goes on', async () => {
    const { slider, told, tells, element } = await stranger();
    expect(told).to.deep.equal([]);

    for (const value of ['5', '6', '7']) {
      slider.value = value;
      slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
    slider.dispatchEvent(new Event('change', { bubbles: true }));
    await tells(1);
    await element.updateComplete;

    const { total } = reckonSavings(calculatorProgram(), {
      visitsPerYear: 7,
      treatments: ['TOX', 'FACIAL'],
    });
    expect(told.map(({ savingAmount, currency }) => [savingAmount, currency])).to.deep.equal([
      [total, 'USD'],
    ]);
    await untilTrue(
      () => heard() === `Estimated saving in a year: ${reckoned({ visitsPerYear: 7 })}`,
      heard,
    );
  });

  it('shows the new figure at once where motion is reduced', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const { slider, tells, figure } = await stranger();

    move(slider, '8');
    await tells(1);

    expect(figure()).to.equal(reckoned({ visitsPerYear: 8 }));
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('opens its arithmetic: each step in words, and the same sum', async () => {
    const { find, root, spoken } = await stranger(
      html`<savings-calculator
        treatments="TOX MICRO"
        tier="luminous"
        package="MN3"
      ></savings-calculator>`,
    );

    find('summary').focus();
    await sendKeys({ press: 'Enter' });
    await untilTrue(
      () => root.querySelector('.steps') !== null,
      () => 'no steps',
    );

    const steps = [...root.querySelectorAll('.steps div')].map((step) =>
      step.textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect(steps).to.deep.equal([
      'Wrinkle relaxer: 4 × $560 $2,240',
      'Microneedling: 4 × $360 $1,440',
      'A year at single prices $3,680',
      'Microneedling, 3 sessions: 1 × $960 in place of $1,080 for 3 visits $120',
      'Luminous: 3% off Wrinkle relaxer, 4 × $560 $67.20',
      'Luminous: 3% off Microneedling, 1 × $360 $10.80',
      '4 × $543.20, 60 Glow points for each $100 1,300',
      '1 × $349.20, 50 Glow points for each $100 174',
      '1 × $960, 50 Glow points for each $100 480',
      'Glow points for joining 50',
      '2,004 Glow points, worth $10 for each 100 Glow points $200.40',
      `Estimated saving in a year ${spoken()}`,
    ]);
  });

  it('speaks Spanish, its arithmetic too', async () => {
    const { find, root, text } = await stranger(template(), { lang: 'es-MX' });

    find('summary').click();
    await untilTrue(
      () => root.querySelector('.steps') !== null,
      () => 'no steps',
    );

    expect(text()).to.contain('Ahorro estimado en un año');
    expect(text()).to.contain('Relajante de arrugas: 4 × $560');
    expect(text()).not.to.match(/\{\w+\}/);
  });

  it('names every control, and the slider and its number by one label', async () => {
    const { slider, number, find } = await stranger();

    expect(slider.getAttribute('aria-labelledby')).to.equal('visits');
    expect(find('#visits').textContent!.trim()).to.equal('Visits a year');
    expect(number.labels![0]).to.equal(find('#visits'));
    expect(find('legend').textContent).to.equal('At each visit');
    expect(find('output').getAttribute('aria-live')).to.equal('off');
  });

  it('has targets of 44 px', async () => {
    const { root } = await stranger(template(), { width: 320 });

    const low = [...root.querySelectorAll('.chip, .box, .slider, summary')].filter(
      (target) => target.getBoundingClientRect().height < 44,
    );
    expect(low).to.deep.equal([]);
  });

  it('keeps the result in view at the bottom where it is narrow, and beside where it is wide', async () => {
    const narrow = await stranger(template(), { width: 320 });
    const wide = await stranger(template(), { width: 800 });

    expect(getComputedStyle(narrow.find('.sum')).position).to.equal('sticky');
    const controls = wide.find('.controls').getBoundingClientRect();
    expect(wide.find('.sum').getBoundingClientRect().left).to.be.greaterThan(controls.right);
  });

  it('is drawn from the right where the page is written so', async () => {
    const { find, slider } = await stranger(template(), { dir: 'rtl', width: 800 });

    const controls = find('.controls').getBoundingClientRect();
    expect(find('.sum').getBoundingClientRect().right).to.be.lessThan(controls.left);
    expect(getComputedStyle(slider).backgroundPositionX).to.contain('100%');
  });

  it('cuts the end of a package’s name, also of an English one in Arabic', async () => {
    const { find } = await stranger(template(), { dir: 'rtl', lang: 'ar', width: 240 });

    const [none, english] = find<HTMLSelectElement>('[name="package"]').options;
    expect(getComputedStyle(english!).direction).to.equal('ltr');
    expect(getComputedStyle(none!).direction).to.equal('rtl');
  });

  it('fits where the text is twice as large', async () => {
    const { box, element } = await stranger(template(), { width: 320 });
    box.style.setProperty('font-size', '32px');
    await element.updateComplete;

    expect(box.scrollWidth).to.be.at.most(320);
    expect(element.scrollWidth).to.be.at.most(320);
  });

  it('sets nothing on itself', async () => {
    const { element } = await stranger();

    expect(element.getAttributeNames()).to.deep.equal([]);
  });
});

describe('savings-calculator on the real server', () => {
  it('shows a stranger a result with one request', async () => {
    const server = await createTestServer();
    const { shows, says, leave } = serve(server, template());

    await shows('ready');
    await says('Estimated saving in a year');

    expect(server.seen.map(({ path }) => path)).to.deep.equal(['program']);
    leave();
  });
});
