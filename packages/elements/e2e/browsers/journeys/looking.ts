import { testCode } from '@afterglow/testing';
import { strict as assert } from 'node:assert';
import { reportsTo, strictPolicy } from '../../clinic-site.js';
import { hasPoints, signsIn, type Journey } from '../stage.js';

const signInAndBalance = '<member-sign-in></member-sign-in><points-balance></points-balance>';

/** How it looks and reads, and under which rules of a page. */
export const looking: readonly Journey[] = [
  [
    'reads Arabic from the right, signs in, and figures stay in order',
    async ({ opens, member }) => {
      const { phone } = await member({ amount: 200_000 });
      const person = await opens(`<div dir="rtl">${signInAndBalance}</div>`, { lang: 'ar' });
      await person.reads('points-balance', 'سجّل الدخول لترى نقاطك.');

      await person.touches({ role: 'textbox', name: 'رقم الجوال' });
      await person.types(phone);
      await person.presses('Enter');
      await person.sees({ within: 'member-sign-in', css: '#code' });
      await person.types(testCode);
      await person.seesFace('points-balance', 'ready');

      await person.reads('points-balance', 'بقيمة');
      const box = await person.ask(({ find }) => {
        const amount = find({ within: 'points-balance', css: '[part~=amount]' });
        const worth = find({ within: 'points-balance', css: '[part~=worth]' });
        const [first, second] = [amount, worth].map((each) => each?.getBoundingClientRect());
        return {
          isFirstOnTheRight: (first?.right ?? 0) > (second?.right ?? Infinity),
          direction: amount && getComputedStyle(amount).direction,
        };
      });
      assert.deepEqual(box, { isFirstOnTheRight: true, direction: 'rtl' });
    },
  ],
  [
    'sees light text on a dark card where the page is dark, and the clinic’s color in both',
    async ({ opens }) => {
      const person = await opens(
        '<style>.dark { color-scheme: dark }</style><points-balance></points-balance><div class="dark"><points-balance id="night"></points-balance></div>',
      );
      await person.seesFace('points-balance', 'signed-out');
      await person.seesFace('#night', 'signed-out');

      const luminances = await person.ask(({ find }) => {
        const canvas = document.createElement('canvas').getContext('2d');
        const luminance = (color: string) => {
          if (!canvas) return NaN;
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
          return (red * 2 + green * 7 + blue) / 2550;
        };
        return ['points-balance:not(#night)', '#night'].map((within) => {
          const card = find({ within, css: '.card' });
          const style = card && getComputedStyle(card);
          return {
            card: luminance(style?.backgroundColor ?? ''),
            text: luminance(style?.color ?? ''),
          };
        });
      });
      const [day, night] = luminances;
      assert.ok(day && day.card > 0.8 && day.text < 0.3, JSON.stringify(luminances));
      assert.ok(night && night.card < 0.2 && night.text > 0.7, JSON.stringify(luminances));
    },
  ],
  [
    'changes by keyboard what may be sent, and finds it so on the next visit',
    async ({ opens, member }) => {
      const { phone } = await member();
      const person = await opens(
        '<member-sign-in></member-sign-in><message-preferences></message-preferences>',
      );
      await person.seesFace('member-sign-in', 'signed-out');
      await signsIn(person, phone);
      await person.seesFace('message-preferences', 'ready');
      const choice = { within: 'message-preferences', css: '[id="marketing.sms"]' };

      await person.tabsTo(choice);
      await person.presses('Space');
      await person.reads('message-preferences', /\bSaved\b/);
      await person.reloads();

      await person.until(
        'the choice to be ticked',
        ({ find }, sought) => (find(sought) as HTMLInputElement | undefined)?.checked,
        choice,
      );
    },
  ],
  [
    'signs in, opens a code to scan and reckons on a page with the strictest policy',
    async ({ clinic, opensAt, member }) => {
      const { phone } = await member({ amount: 40_000 });
      clinic.put('/strict', {
        head: `<script src="/afterglow/1/afterglow.js" data-publishable-key="${clinic.server.keys.publishable}" defer></script><link rel="stylesheet" href="/afterglow/1/afterglow.css">`,
        body: '<points-balance></points-balance><referral-link></referral-link><savings-calculator></savings-calculator>',
        headers: { 'Content-Security-Policy': `${strictPolicy}; report-uri ${reportsTo}` },
      });
      const person = await opensAt(`${clinic.api}/strict`);
      await person.seesFace('points-balance', 'signed-out');

      await person.touches({ within: 'points-balance', role: 'button', name: 'Sign in' });
      await person.sees({ within: 'member-sign-in', role: 'dialog' });
      await signsIn(person, phone);
      await hasPoints(person, '290');
      await person.touches({ role: 'button', name: 'Show as a QR code' });
      await person.sees({ within: 'referral-link', role: 'image', name: 'QR code of your link' });
      await person.presses('Escape');
      await person.tabsTo({ role: 'slider' });
      await person.presses('ArrowRight');
      await person.touches({ role: 'button', name: 'How we count' });
      await person.reads('savings-calculator', 'A year at single prices');

      assert.deepEqual(clinic.reports, []);
    },
  ],
];
