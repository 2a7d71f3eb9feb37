import type { PublicProgram, SessionAnswer, Summary } from '@afterglow/contract';
/* eslint-disable afterglow/import-direction -- by hand means without a library, and with the same protocol */
import { inDatabase, sessionRow } from '../../../sdk/src/session/session-database.js';
import { startSession } from '../../../sdk/src/session/session-start.js';

/**
 * A balance as somebody writes it who needs this one face on one site: one file without a library,
 * English only, one color, no sign-in, no failure, no change of anything. It sends the two requests
 * that the elements send, and keeps the session for the next page as they do.
 */
class HandBalance extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const { base = '', key = '' } = this.dataset;
    const [clinic, session] = await Promise.all([
      fetch(`${base}/v1/program?key=${key}`).then(
        (answer) => answer.json() as Promise<PublicProgram>,
      ),
      startSession({ base, key }),
    ]);
    if (!session) return;

    const answer = (await (await session.answer).json()) as SessionAnswer;
    this.#draw(clinic, answer.summary);
    const token = answer.session.refresh?.token ?? '';
    void inDatabase(indexedDB, key, 'readwrite', (rows) =>
      rows.put({ ...session.kept, token }, sessionRow),
    );
  }

  #draw(clinic: PublicProgram, { points }: Summary): void {
    const number = new Intl.NumberFormat('en');
    const { amount, currency } = points.value;
    const money = new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount / 100);
    const lapse = points.next
      ? `${number.format(points.next.amount)} lapse on ${new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(points.next.on))}`
      : 'Your points are kept';
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `
      <style>
        :host { display: block; font-family: inherit }
        .card { display: flex; flex-direction: column; gap: 8px; padding: 24px; border: 1px solid #d9d4cd; border-radius: 14px; background: #fff; color: #222 }
        .quiet { color: #666; font-size: 0.875em }
        .line { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 12px }
        [part=amount] { font-size: 2.75em; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.2 }
        .expiry { padding-block-start: 12px; border-block-start: 1px solid #d9d4cd }
      </style>
      <div class="card">
        <div class="quiet label"></div>
        <div class="line"><span part="amount"></span><span class="quiet worth"></span></div>
        <div class="quiet expiry"></div>
      </div>`;
    const put = (selector: string, text: string) => {
      const found = root.querySelector(selector);
      if (found) found.textContent = text;
    };
    const { name } = clinic.points;
    put('.label', typeof name === 'string' ? name : (name['en'] ?? ''));
    put('[part=amount]', number.format(points.balance));
    put('.worth', `worth ${money}`);
    put('.expiry', lapse);
  }
}

customElements.define('hand-balance', HandBalance);
