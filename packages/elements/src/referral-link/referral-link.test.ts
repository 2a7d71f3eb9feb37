import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { GlowSharedEvent } from '../internal/events.js';
import { faces, type Face } from '../internal/faces.js';
import { handProgram, handSummary } from '../testing/hand-made.js';
import {
  clear,
  faultsOf,
  heard,
  higherThanReserved,
  show,
  untilTrue,
  type Shown,
} from '../testing/looks.js';
import { serve } from '../testing/served.js';
import './define.js';
import type { ReferralLinkElement } from './referral-link.js';

const link = 'https://lumen.example/friend?glow=ANA4K7QX';
const template = () => html`<referral-link></referral-link>`;
const member = (face: Face) => handSummary(face === 'empty' ? { referral: null } : {});
const own = (face: Face, given: Parameters<typeof show>[2] = {}) =>
  show<ReferralLinkElement>(face, template(), { ...given, summary: given.summary ?? member(face) });

const inactive = () => handProgram({ referral: { ...handProgram().referral, active: false } });

/** Puts something in the place of what the browser offers, until the test is over. */
function give(name: 'clipboard' | 'share', value: unknown) {
  Object.defineProperty(navigator, name, { configurable: true, value });
  given.add(name);
}
const given = new Set<string>();

/** A clipboard of which the test knows what was written to it. */
function clipboard(): string[] {
  const written: string[] = [];
  give('clipboard', { writeText: (text: string) => Promise.resolve(void written.push(text)) });
  return written;
}

const deny = () =>
  give('clipboard', {
    writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')),
  });

/** The kinds that `glow-shared` said, in order, as somebody outside of the element hears them. */
function sharedBy({ box }: Shown<ReferralLinkElement>): string[] {
  const kinds: string[] = [];
  box.addEventListener('glow-shared', (event) => kinds.push((event as GlowSharedEvent).kind));
  return kinds;
}

describe('referral-link', () => {
  afterEach(() => {
    clear();
    given.forEach((name) => Reflect.deleteProperty(navigator, name));
    given.clear();
  });

  const offer = '$50 off your first treatment';
  const said: Record<Face, string> = {
    'signed-out': `For a friend ${offer} Sign in to get your own link. Sign in`,
    waiting: 'Loading your link',
    empty: 'Your clinic has no referral offer at the moment.',
    ready:
      `For a friend ${offer} For you: 500 points when your friend’s first treatment is done Copy link SMS Email WhatsApp ` +
      '2 friends joined · 1 treatment completed · 500 points on their way',
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale:
      `For a friend ${offer} For you: 500 points when your friend’s first treatment is done Copy link SMS Email WhatsApp ` +
      'This may be out of date. We will try again soon.',
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await own(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await own(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('promises the owner nothing where the law lets the clinic give nothing', async () => {
    const program = handProgram({ referral: { ...handProgram().referral, owner: null } });
    const { text } = await own('ready', { program });

    expect(text()).to.match(/^For a friend \$50 off your first treatment Copy link SMS/);
  });

  it('fits its reserve in every face, width and language', async () => {
    const higher = await higherThanReserved(template, (face) => ({ summary: member(face) }));

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('is empty where the program has no referrals, and asks nobody to sign in for them', async () => {
    const { text } = await own('empty', { program: inactive(), summary: handSummary() });
    const { text: outside } = await own('signed-out', { program: inactive() });

    expect([text(), outside()]).to.deep.equal([said.empty, said.empty]);
  });

  it('says nothing of friends before there are any', async () => {
    const referral = {
      ...handSummary().referral!,
      counts: { joined: 0, completed: 0, released: 0 },
      pendingPoints: 0,
    };
    const { element } = await own('ready', { summary: handSummary({ referral }) });

    expect(element.shadowRoot!.querySelector('[part="message"]')).to.equal(null);
  });

  it('speaks Spanish', async () => {
    const { text } = await own('ready', { lang: 'es' });

    expect(text())
      .to.contain('Para quien invites $50 de descuento')
      .and.to.contain('Copiar enlace');
    expect(text()).to.contain('2 amistades se unieron');
  });

  it('tells a screen reader what the field and the square are', async () => {
    const { find } = await own('ready');

    expect(find('input').getAttribute('aria-label')).to.equal('Your link, press to copy');
    expect(find<HTMLInputElement>('input').readOnly).to.equal(true);
    expect(find('.square').getAttribute('aria-label')).to.equal('Show as a QR code');
    expect(find('[role="heading"]').ariaLevel).to.equal('3');
  });

  it('is walked through in the order in which it is read', async () => {
    const { element, find } = await own('ready');
    const order: string[] = [];
    for (let step = 0; step < 6; step++) {
      await sendKeys({ press: 'Tab' });
      const { activeElement } = element.shadowRoot!;
      order.push(
        activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim() ?? '',
      );
    }

    expect(order).to.deep.equal([
      'Your link, press to copy',
      'Show as a QR code',
      'Copy link',
      'SMS',
      'Email',
      'WhatsApp',
    ]);
    expect(find('a').tabIndex).to.equal(0);
  });

  it('announces what came of the link when it changes, not when it is first shown', async () => {
    const { page } = await own('ready');
    expect(heard()).not.to.contain('friends joined');

    const referral = handSummary().referral!;
    page.far.summary = handSummary({
      referral: { ...referral, counts: { ...referral.counts, joined: 3 } },
    });
    await page.store.revalidate();

    await untilTrue(() => heard().startsWith('3 friends joined'), heard);
  });

  it('leads to the sign-in at a press', async () => {
    const { box, find } = await own('signed-out');
    let asked = 0;
    box.addEventListener('glow-sign-in-request', () => (asked += 1));
    find('button').click();

    expect(asked).to.equal(1);
  });

  it('tries again and leads the reader to the heading', async () => {
    const { page, element, find } = await own('failed');
    page.far.mode = 'open';
    find('button').click();
    await untilTrue(
      () => element.state === 'ready',
      () => element.state,
    );
    await element.updateComplete;

    expect(element.shadowRoot!.activeElement).to.equal(find('.title'));
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await own('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
  });

  it('stands from the right where the page does', async () => {
    const { find } = await own('ready', { dir: 'rtl', width: 390 });

    expect(find('.square').getBoundingClientRect().right).to.be.lessThan(
      find('input').getBoundingClientRect().left,
    );
  });

  describe('copying', () => {
    it('says "Copied" after the clipboard took the link, and not before', async () => {
      let taken = () => {};
      const slow = new Promise<void>((resolve) => (taken = resolve));
      give('clipboard', { writeText: () => slow });
      const shown = await own('ready');
      const kinds = sharedBy(shown);

      shown.find('.primary').click();
      await shown.element.updateComplete;
      expect(shown.text()).not.to.contain('Copied');
      expect(kinds).to.deep.equal([]);

      taken();
      await untilTrue(() => shown.text().includes('Copied'), shown.text);
      expect(kinds).to.deep.equal(['copy']);
      await untilTrue(() => heard() === 'Your link is copied.', heard);
    });

    it('says "Copied" for a moment only', async () => {
      clipboard();
      const shown = await own('ready');
      shown.find('.primary').click();

      await untilTrue(() => shown.text().includes('Copied'), shown.text);
      await untilTrue(() => !shown.text().includes('Copied'), shown.text);
    });

    for (const key of ['Enter', 'Space']) {
      it(`copies from the field with ${key}`, async () => {
        const written = clipboard();
        const { find } = await own('ready');
        find('input').focus();
        await sendKeys({ press: key });

        await untilTrue(
          () => written.length > 0,
          () => 'nothing was written',
        );
        expect(written).to.deep.equal([link]);
      });
    }

    it('copies at a press on the field', async () => {
      const written = clipboard();
      const { find } = await own('ready');
      find('input').click();

      await untilTrue(
        () => written.length > 0,
        () => 'nothing was written',
      );
    });

    it('says so where the clipboard is denied, and selects the link', async () => {
      deny();
      const shown = await own('ready');
      const kinds = sharedBy(shown);
      shown.find('.primary').click();
      await untilTrue(() => shown.text().includes('did not allow copying'), shown.text);

      const field = shown.find<HTMLInputElement>('input');
      expect(field.value.slice(field.selectionStart!, field.selectionEnd!)).to.equal(link);
      expect(shown.element.shadowRoot!.activeElement).to.equal(field);
      expect(shown.text()).not.to.contain('Copied');
      expect(kinds).to.deep.equal([]);
    });

    it('does the same where there is no clipboard, as on a plain address', async () => {
      give('clipboard', undefined);
      const shown = await own('ready');
      shown.find('.primary').click();

      await untilTrue(() => shown.text().includes('did not allow copying'), shown.text);
    });
  });

  describe('sharing', () => {
    it('opens the sheet of the phone where there is one', async () => {
      const opened: ShareData[] = [];
      give('share', (data: ShareData) => Promise.resolve(void opened.push(data)));
      const shown = await own('ready');
      const kinds = sharedBy(shown);
      expect(shown.find('.primary').textContent?.trim()).to.equal('Share');

      shown.find('.primary').click();
      await untilTrue(
        () => kinds.length > 0,
        () => 'nothing was said',
      );

      expect(opened).to.deep.equal([
        {
          text: `${offer}. With this link from Ana it is yours at Lumen Aesthetics:`,
          url: link,
        },
      ]);
      expect(kinds).to.deep.equal(['share']);
    });

    it('takes a closed sheet for an answer', async () => {
      const written = clipboard();
      let asked = 0;
      give('share', () => {
        asked += 1;
        return Promise.reject(new DOMException('closed', 'AbortError'));
      });
      const shown = await own('ready');
      const kinds = sharedBy(shown);
      shown.find('.primary').click();
      await untilTrue(
        () => asked === 1,
        () => 'not asked',
      );
      await new Promise((resolve) => setTimeout(resolve));

      expect([kinds, written]).to.deep.equal([[], []]);
    });

    it('copies where the sheet does not open', async () => {
      const written = clipboard();
      give('share', () => Promise.reject(new DOMException('no', 'NotAllowedError')));
      const shown = await own('ready');
      const kinds = sharedBy(shown);
      shown.find('.primary').click();
      await untilTrue(
        () => kinds.length > 0,
        () => 'nothing was said',
      );

      expect([kinds, written]).to.deep.equal([['copy'], [link]]);
    });

    it('hands the message to SMS, e-mail and WhatsApp by plain links', async () => {
      const shown = await own('ready');
      const kinds = sharedBy(shown);
      const links = [...shown.element.shadowRoot!.querySelectorAll('a')];
      for (const anchor of links) {
        anchor.addEventListener('click', (event) => event.preventDefault());
        anchor.click();
      }

      const message = `${offer}. With this link from Ana it is yours at Lumen Aesthetics: ${link}`;
      const body = encodeURIComponent(message);
      expect(links.map(({ href }) => href)).to.deep.equal([
        `sms:?&body=${body}`,
        `mailto:?subject=For%20your%20visit%20to%20Lumen%20Aesthetics&body=${body}`,
        `https://wa.me/?text=${body}`,
      ]);
      expect(links[2]!.rel).to.equal('noopener noreferrer');
      expect(kinds).to.deep.equal(['sms', 'email', 'whatsapp']);
    });

    it('says nothing of the member in its events', async () => {
      clipboard();
      const shown = await own('ready');
      let event: Event | undefined;
      document.addEventListener('glow-shared', (heardEvent) => (event = heardEvent), {
        once: true,
      });
      shown.find('.primary').click();
      await untilTrue(
        () => event !== undefined,
        () => 'no event',
      );

      expect(event!.composed && event!.bubbles).to.equal(true);
      expect(Object.entries(event!).filter(([name]) => name !== 'isTrusted')).to.deep.equal([
        ['kind', 'copy'],
      ]);
    });
  });

  describe('the code', () => {
    async function open(given?: Parameters<typeof show>[2]) {
      const shown = await own('ready', given);
      const kinds = sharedBy(shown);
      shown.find('.square').click();
      await untilTrue(
        () => kinds.includes('qr'),
        () => 'no code was shown',
      );
      return shown;
    }

    /** Presses what saves, and takes the file that the browser is given. */
    async function savedBy(find: Shown<ReferralLinkElement>['find'], label: string) {
      const saved: HTMLAnchorElement[] = [];
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        saved.push(this);
      };
      const buttons = find('.actions').querySelectorAll('button');
      [...buttons].find(({ innerText }) => innerText === label)!.click();
      await untilTrue(
        () => saved.length > 0,
        () => `${label}: nothing was saved`,
      );
      HTMLAnchorElement.prototype.click = click;
      const [{ download: name, href }] = saved as [HTMLAnchorElement];
      return { name, file: await (await fetch(href)).blob() };
    }

    /** Where a saved code is dark, a pixel in ten each way. */
    async function darkPixels(file: Blob, side: number): Promise<readonly boolean[]> {
      const image = new Image();
      image.src = URL.createObjectURL(file);
      await image.decode();
      const context = new OffscreenCanvas(side, side).getContext('2d')!;
      context.drawImage(image, 0, 0, side, side);
      const { data } = context.getImageData(0, 0, side, side);
      const steps = Array.from({ length: Math.floor(side / 10) }, (_, step) => step * 10 + 5);
      return steps.flatMap((y) => steps.map((x) => data[(y * side + x) * 4]! < 128));
    }

    it('grows into a dialog with the link as text', async () => {
      const { find } = await open();
      const dialog = find<HTMLDialogElement>('dialog');

      expect(dialog.open).to.equal(true);
      expect(dialog.innerText.split('\n').filter(Boolean)).to.deep.equal([
        'Lumen Aesthetics',
        'Scan to open the link',
        link,
        'Save PNG',
        'Save SVG',
        'Print',
      ]);
      expect(find('[role="img"]').getAttribute('aria-label')).to.equal('QR code of your link');
      expect(dialog.querySelector('[style]')).to.equal(null);
    });

    it('has nothing that axe objects to, in light and in dark', async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await open({ scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
        clear();
      }
    });

    it('fits a narrow window', async () => {
      const { find } = await open();
      const { left, right } = find('dialog').getBoundingClientRect();

      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(document.documentElement.clientWidth);
    });

    it('is closed by Escape, which gives the focus back to the square', async () => {
      const { find, element } = await own('ready');
      find('.square').focus();
      await sendKeys({ press: 'Enter' });
      await untilTrue(
        () => find<HTMLDialogElement>('dialog').open,
        () => 'not open',
      );
      await sendKeys({ press: 'Escape' });
      await untilTrue(
        () => !find<HTMLDialogElement>('dialog').open,
        () => 'still open',
      );

      expect(element.shadowRoot!.activeElement).to.equal(find('.square'));
    });

    it('is closed by its button and by a press beside it', async () => {
      const { find } = await open();
      const dialog = find<HTMLDialogElement>('dialog');
      find('.close').click();
      expect(dialog.open).to.equal(false);

      await untilTrue(
        () => dialog.querySelector('.close') === null,
        () => dialog.innerText,
      );
      find('.square').click();
      await untilTrue(
        () => dialog.open,
        () => 'not open',
      );
      dialog.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      expect(dialog.open).to.equal(false);
    });

    it('is saved as a drawing, and as a picture of the same code', async () => {
      const { find } = await open();

      const drawn = await savedBy(find, 'Save SVG');
      expect(drawn.name).to.equal('ANA4K7QX.svg');
      const file = new DOMParser().parseFromString(await drawn.file.text(), 'image/svg+xml');
      expect(file.documentElement.localName).to.equal('svg');
      expect(file.querySelectorAll('path').length).to.equal(2);

      const picture = await savedBy(find, 'Save PNG');
      expect(picture.name).to.equal('ANA4K7QX.png');
      expect(picture.file.type).to.equal('image/png');
      const pixels = await createImageBitmap(picture.file);
      expect(pixels.width).to.be.at.least(1000);
      expect(pixels.height).to.equal(pixels.width);
      const same = await darkPixels(drawn.file, pixels.width);
      expect(same.some((isDark) => isDark)).to.equal(true);
      expect((await darkPixels(picture.file, pixels.width)).join()).to.equal(same.join());
    });

    it('is what the page prints while it is open, and only then', async () => {
      const { find, box } = await open();
      const printed: unknown[] = [];
      const { print } = window;
      await emulateMedia({ media: 'print' });
      window.print = () => {
        const [paper, ...more] = [...document.body.children].filter((it) => it.checkVisibility());
        printed.push((paper as HTMLElement).innerText.split('\n').filter(Boolean), more.length);
      };
      find('.actions button:last-child').click();
      window.print = print;

      expect(printed).to.deep.equal([['Lumen Aesthetics', offer, link], 0]);
      find('.close').click();
      await untilTrue(
        () => box.checkVisibility(),
        () => 'the page is not back on the paper',
      );
      await emulateMedia({ media: 'screen' });
      expect(document.querySelector('[data-afterglow-paper]')).to.equal(null);
    });

    it('leaves nothing behind when the element is taken away', async () => {
      const { element } = await open();
      const sheets = document.adoptedStyleSheets.length;
      element.remove();

      expect(document.querySelector('[data-afterglow-paper]')).to.equal(null);
      expect(document.adoptedStyleSheets.length).to.equal(sheets - 1);
    });
  });
});

describe('referral-link on the real server', () => {
  it('follows a friend from joining to the first treatment', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const { element, says, readAgain, leave } = serve(server, template(), dora);
    await says('Copy link');
    const { value } = element.shadowRoot!.querySelector('input')!;
    expect(new URL(value).searchParams.get('glow')).to.equal(dora.answer.summary.referral!.code);

    const friend = await server.people.friendOf(dora);
    await readAgain();
    await says('1 friend joined');

    await server.till.visit(friend.phone);
    await readAgain();
    await says('1 friend joined · 1 treatment completed');
    leave();
  });

  it('shows the offer to somebody who is signed out', async () => {
    const server = await createTestServer();
    const { says, leave } = serve(server, template());

    await says('$50 off your first treatment');
    await says('Sign in to get your own link.');
    leave();
  });
});
