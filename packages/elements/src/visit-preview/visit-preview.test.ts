import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { Face } from '../internal/faces.js';
import { calculatorProgram } from '../testing/calculator-program.js';
import { facePage } from '../testing/face-page.js';
import { clear, faultsOf, heard, higherThanReserved, show, untilTrue } from '../testing/looks.js';
import { madePreview, risingPreview } from '../testing/made-preview.js';
import { serve } from '../testing/served.js';
import { stand } from '../testing/stand.js';
import './define.js';
import type { VisitPreviewElement } from './visit-preview.js';
import { linesFrom } from './visit-lines.js';

const faces: readonly Face[] = ['signed-out', 'waiting', 'empty', 'ready', 'failed', 'stale'];
const program = calculatorProgram();
const template = (face: Face = 'ready') =>
  html`<visit-preview
    treatments=${face === 'empty' ? '' : 'FACIAL'}
    .preview=${face === 'stale' ? madePreview : undefined}
  ></visit-preview>`;
const card = (face: Face, more: Parameters<typeof show>[2] = {}) =>
  show<VisitPreviewElement>(face, template(face), { program, preview: madePreview, ...more });

describe('visit-preview', () => {
  afterEach(clear);

  const said: Record<Face, string> = {
    'signed-out':
      'This visit earns at least 82 Glow points Sign in to see it with your tier and offers. Sign in',
    waiting: 'Reckoning what this visit earns',
    empty: 'Choose a treatment to see what the visit earns.',
    ready: 'This visit earns 82 Glow points Luminous is then $155 away.',
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale:
      'This visit earns 82 Glow points Luminous is then $155 away. ' +
      'This may be out of date. We will try again soon.',
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await card(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await card(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  for (const [name, preview] of Object.entries({ madePreview, risingPreview })) {
    it(`fits its reserve in every face, width and language: ${name}`, async () => {
      const given = () => ({ program, preview });
      const higher = [
        ...(await higherThanReserved(() => template(), given, ['signed-out', 'waiting', 'ready'])),
        ...(await higherThanReserved(() => template('stale'), given, ['stale', 'failed'])),
        ...(await higherThanReserved(() => template('empty'), given, ['empty'])),
      ];

      expect(higher).to.deep.equal([]);
    }).timeout(30_000);
  }

  it('says the tier that the visit reaches and what is left to pay', async () => {
    const { text } = await card('ready', { preview: risingPreview });
    expect(text()).to.equal('This visit earns 196 Glow points It brings you to Luminous.');

    const dear = await show<VisitPreviewElement>(
      'ready',
      html`<visit-preview treatments="FACIAL MICRO:40000"></visit-preview>`,
      { program, preview: risingPreview },
    );
    expect(dear.text()).to.contain('$310 is left to pay, after what you have here.');
  });

  it('names no tier to who is at the top already as one that is reached', async () => {
    const earns = { ...risingPreview.earns, rises: false };
    const { text } = await card('ready', { preview: { ...risingPreview, earns } });

    expect(text()).to.contain('Luminous is yours, the highest tier.');
  });

  it('names a tier to who is signed out where the visit alone reaches it', async () => {
    const { text } = await show<VisitPreviewElement>(
      'signed-out',
      html`<visit-preview treatments="TOX:160000"></visit-preview>`,
      { program },
    );

    expect(text()).to.contain('It reaches Radiant by itself.');
  });

  it('says nothing when it is first drawn, and speaks of another visit', async () => {
    const { element, page } = await card('ready');
    expect(heard()).not.to.contain('This visit earns');

    page.far.preview = risingPreview;
    element.treatments = 'MICRO';
    await untilTrue(() => heard().includes('196'), heard);

    expect(heard()).to.equal('This visit earns 196 Glow points. It brings you to Luminous.');
  });

  it('keeps the figure, marked, until the next one is here, and shows no late answer', async () => {
    const { element, find, page, text } = await card('ready');
    page.far.mode = 'held';

    element.treatments = 'MICRO';
    await element.updateComplete;

    expect(element.state).to.equal('ready');
    expect(find('.line-of-figure').getAttribute('aria-busy')).to.equal('true');
    expect(text()).to.contain('82');
  });

  it('follows the select that it is for', async () => {
    const page = await facePage('signed-out', { program });
    const box = stand(
      page,
      html`<select id="what" aria-label="What for">
          <option>Advice</option>
          <option data-treatments="FACIAL">A facial</option>
        </select>
        <visit-preview for="what"></visit-preview>`,
    );
    document.body.append(box);
    const select = box.querySelector('select')!;
    const element = box.querySelector('visit-preview')!;
    const isIn = (face: Face) =>
      untilTrue(
        () => element.hasUpdated && element.state === face,
        () => element.state,
      );
    await isIn('empty');

    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await isIn('signed-out');
    select.selectedIndex = 0;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await isIn('empty');
    box.remove();
  });

  it('stands from the right where the page does', async () => {
    const { text, find } = await card('ready', { dir: 'rtl', lang: 'ar', width: 390 });

    expect(text()).to.contain('تكسب من هذه الزيارة');
    expect(find('.figure').getBoundingClientRect().right).to.be.above(
      find('[part=unit]').getBoundingClientRect().right,
    );
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await card('ready');

    expect(element.getAttributeNames()).to.deep.equal(['treatments']);
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
  });
});

describe('linesFrom', () => {
  it('reads codes with the price of the program or their own, and leaves the rest out', () => {
    const lines = linesFrom('FACIAL NEW:1200  GONE FACIAL:100 BAD:1.5', program);

    expect(
      lines.map(({ code, category, listPrice }) => [code, category, listPrice.amount]),
    ).to.deep.equal([
      ['FACIAL', 'facial', 16_500],
      ['NEW', undefined, 1_200],
      ['FACIAL', 'facial', 100],
    ]);
  });
});

describe('visit-preview on the real server', () => {
  it('says what the till then gives, and reckons anew after a visit', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const shown = serve<VisitPreviewElement>(
      server,
      html`<visit-preview
        .lines=${[
          { kind: 'treatment', category: 'facial', listPrice: { amount: 40_000, currency: 'USD' } },
        ]}
      ></visit-preview>`,
      dora,
    );
    await shown.says('This visit earns 200');
    await shown.says('Radiant is then $1,100 away.');
    const before = (await dora.client.me.summary()).points.balance;

    await server.till.visit(dora.phone, { amount: 40_000, category: 'facial' });
    await shown.readAgain();

    await shown.says('Radiant is then $700 away.');
    const after = (await dora.client.me.summary()).points.balance;
    expect(after - before).to.equal(200);
    shown.leave();
  });

  it('says to a stranger at least what the first visit of a member gives', async () => {
    const server = await createTestServer();
    const shown = serve<VisitPreviewElement>(
      server,
      html`<visit-preview treatments="FACIAL"></visit-preview>`,
    );
    await shown.says('This visit earns at least 82');
    const dora = await server.people.dora();
    const lines = [
      {
        lineId: '1',
        kind: 'treatment' as const,
        code: 'FACIAL',
        category: 'facial',
        listPrice: { amount: 16_500, currency: 'USD' },
      },
    ];

    const { earns } = await dora.client.me.visitPreview({ lines });

    expect(earns.points).to.be.at.least(82);
    shown.leave();
  });

  it('says that it could not reckon, and does after another try', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    server.failNext({ path: 'me/visit-preview', status: 400, code: 'invalid_field' });
    const shown = serve<VisitPreviewElement>(
      server,
      html`<visit-preview treatments="FACIAL"></visit-preview>`,
      dora,
    );
    await shown.shows('failed');

    shown.element.shadowRoot!.querySelector('button')!.click();

    await shown.shows('ready');
    shown.leave();
  }).timeout(15_000);
});
