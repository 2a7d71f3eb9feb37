import type { RewardOffer, Voucher } from '@afterglow/contract';
import { newKey } from '@afterglow/sdk/page';
import { html, nothing, type TemplateResult } from 'lit';
import { tellOfBooking } from '../internal/book-event.js';
import { bookingAddress } from '../internal/booking.js';
import type { LoyaltyPage } from '../internal/page.js';
import { pageClient } from '../internal/page-client.js';
import type { WordArgs, WordKey } from '../internal/words.js';

export { sheetStyles } from './claim-sheet.styles.js';

/** Refusals that have words of their own; a voucher that is not there is like one that is used. */
const worded = [
  'points_insufficient',
  'tier_too_low',
  'vip_only',
  'balance_negative',
  'claim_limit_reached',
  'cash_cap_reached',
  'reward_unknown',
  'voucher_unavailable',
] as const;

/** What the sheet needs of the element that shows it. */
export interface SheetHost {
  readonly page: LoyaltyPage;
  /** What the member has now. */
  balance(): number;
  /** True while the member has this voucher, as far as the page knows. */
  holds(voucher: Voucher): boolean;
  /** The clinic's own place for booking; empty while it is unknown. */
  bookingUrl(): string;
  say(key: WordKey, args?: WordArgs): string;
  text(text: Voucher['name']): string;
  /** An amount with the clinic's name of the points. */
  points(amount: number): string;
  /** A day in words. */
  day(day: string): string;
  /** Draws again; the focus goes to the sheet's heading where `moved` is true. */
  changed(moved: boolean): void;
  announce(text: string): void;
  claimed(voucher: Voucher): void;
  returned(voucher: Voucher): void;
  close(): void;
}

/**
 * The keys of claims whose answer is not known, by reward: the next try sends the same one, so that
 * nothing is claimed twice.
 */
export type OpenKeys = Map<string, string>;

type Step = 'confirm' | 'refused' | 'voucher' | 'return';

/** What stands in the dialog: the question, then the voucher; or the voucher, then giving it back. */
export class ClaimSheet {
  readonly #host: SheetHost;
  readonly #offer: RewardOffer | undefined;
  readonly #keys: OpenKeys;
  #voucher: Voucher | undefined;
  #step: Step;
  #working = false;
  #fault: WordKey | undefined;
  /** True when the page's own summary had the voucher: only then does its absence say anything. */
  #wasHeld: boolean;
  #code: TemplateResult | typeof nothing = nothing;

  /** @param about - The reward to be claimed, or the voucher to be shown. */
  constructor(host: SheetHost, about: RewardOffer | Voucher, keys: OpenKeys) {
    this.#host = host;
    this.#keys = keys;
    this.#wasHeld = 'code' in about;
    this.#offer = 'code' in about ? undefined : about;
    this.#step = 'confirm';
    if ('code' in about) this.#showVoucher(about);
  }

  /** The voucher that is shown, or was claimed here. */
  get voucher(): Voucher | undefined {
    return this.#voucher;
  }

  render(): TemplateResult {
    const { say } = this.#host;
    if (this.#step === 'voucher') return this.#renderVoucher();
    if (this.#step === 'return') return this.#renderReturn();

    const refused = this.#step === 'refused';
    return html`
      <p class="quiet">${say('rewards.confirm')}</p>
      ${this.#title(this.#name)} ${refused ? nothing : this.#renderTerms()} ${this.#renderFault()}
      <div class="actions">
        ${
          refused
            ? nothing
            : this.#primary(
                say('rewards.claim-for', {
                  points: this.#host.points(this.#offer?.costPoints ?? 0),
                }),
                this.#claim,
              )
        }
        ${this.#button(say(refused ? 'rewards.done' : 'rewards.not-now'), this.#host.close)}
      </div>
    `;
  }

  #renderTerms() {
    const { say, points, balance } = this.#host;
    const { costPoints = 0, validDays: count = 0 } = this.#offer ?? {};
    const row = (label: WordKey, value: string) =>
      html`<div>
        <dt>${say(label)}</dt>
        <dd>${value}</dd>
      </div>`;
    return html`<dl>
      ${row('rewards.price', points(costPoints))}
      ${row('rewards.keep', points(balance() - costPoints))}
      ${row('rewards.valid', say('rewards.days', { count }))}
    </dl>`;
  }

  #renderVoucher() {
    const { say, day, holds, bookingUrl, close } = this.#host;
    const voucher = this.#voucher as Voucher;
    if (this.#wasHeld && !holds(voucher)) {
      return html`
        ${this.#title(this.#name)}
        <p>${say('rewards.over')}</p>
        <div class="actions">${this.#button(say('rewards.done'), close)}</div>
      `;
    }

    const { code, expiresOn } = voucher;
    const link = bookingUrl();
    const address = link && bookingAddress(link, {});
    return html`
      <p class="quiet">${say('rewards.voucher')}</p>
      ${this.#title(this.#name)} ${this.#code}
      <p class="word" part="code" dir="ltr">${code}</p>
      <p class="quiet">
        ${expiresOn ? say('rewards.until', { day: day(expiresOn) }) : say('rewards.desk')}
      </p>
      <div class="actions">
        ${
          address
            ? html`<a
                class="button primary"
                part="button"
                href=${address}
                @click=${(press: Event) => tellOfBooking(press, address, {})}
                >${say('rewards.book')}</a
              >`
            : nothing
        }
        ${this.#button(say('rewards.done'), close)}
        <button class="button tertiary back" part="button" @click=${this.#askReturn}>
          ${say('rewards.give-back')}
        </button>
      </div>
    `;
  }

  #renderReturn() {
    const { say, points } = this.#host;
    const { costPoints = 0 } = this.#voucher ?? {};
    return html`
      <p class="quiet">${this.#name}</p>
      ${this.#title(say('rewards.return'))}
      <p>${say('rewards.return-text', { points: points(costPoints) })}</p>
      ${this.#renderFault()}
      <div class="actions">
        ${this.#primary(say('rewards.give-back'), this.#giveBack)}
        ${this.#button(say('rewards.keep-it'), this.#keep)}
      </div>
    `;
  }

  #title(text: string) {
    return html`<h2 class="title" id="sheet-title" part="title" tabindex="-1">${text}</h2>`;
  }

  #renderFault() {
    return this.#fault
      ? html`<p class="fault" part="message">${this.#host.say(this.#fault)}</p>`
      : nothing;
  }

  #primary(text: string, press: () => void) {
    return html`<button
      class="button primary"
      part="button"
      aria-disabled=${this.#working}
      @click=${press}
    >
      ${this.#working ? this.#host.say('rewards.working') : text}
    </button>`;
  }

  #button(text: string, press: () => void) {
    return html`<button class="button secondary" part="button" @click=${press}>${text}</button>`;
  }

  get #name(): string {
    const named = this.#voucher ?? this.#offer;
    return named ? this.#host.text(named.name) : '';
  }

  readonly #claim = () =>
    this.#work(async ({ me }) => {
      const { id = '' } = this.#offer ?? {};
      const idempotencyKey = this.#keys.get(id) ?? newKey();
      this.#keys.set(id, idempotencyKey);
      const voucher = await me.claims.create(id, { idempotencyKey });
      this.#keys.delete(id);
      this.#showVoucher(voucher);
      this.#host.claimed(voucher);
    });

  readonly #giveBack = () =>
    this.#work(async ({ me }) => {
      const voucher = this.#voucher as Voucher;
      await me.claims.delete(voucher.id);
      this.#host.returned(voucher);
    });

  readonly #askReturn = () => {
    this.#step = 'return';
    this.#host.changed(true);
  };

  readonly #keep = () => {
    this.#step = 'voucher';
    this.#fault = undefined;
    this.#host.changed(true);
  };

  /** One write at a time. What the page shows is read again after it, whatever came of it. */
  async #work(write: (client: Awaited<ReturnType<typeof pageClient>>) => Promise<void>) {
    if (this.#working) return;
    this.#working = true;
    this.#fault = undefined;
    this.#host.changed(false);
    try {
      await write(await pageClient(this.#host.page));
    } catch (error) {
      this.#fail(error);
    }
    this.#working = false;
    this.#host.changed(this.#step === 'voucher');
    await this.#host.page.store.revalidate();
    this.#wasHeld = this.#voucher !== undefined && this.#host.holds(this.#voucher);
  }

  #fail(error: unknown): void {
    const { code, status = 0 } = error as { code?: string; status?: number };
    const known = code === 'voucher_unknown' ? 'voucher_unavailable' : code;
    const own = worded.find((each) => each === known);
    const answered = status >= 400 && status < 500 && status !== 429;
    if (own && this.#step === 'confirm') this.#step = 'refused';
    if (answered) this.#keys.delete(this.#offer?.id ?? '');
    this.#fault = own ? `rewards.${own}` : answered ? 'rewards.failed' : 'rewards.unanswered';
    this.#host.announce(this.#host.say(this.#fault));
  }

  #showVoucher(voucher: Voucher): void {
    this.#voucher = voucher;
    this.#step = 'voucher';
    const { say, changed } = this.#host;
    // Its room is kept, so that no button moves from under a thumb.
    this.#code = html`<div class="code"></div>`;
    void import('../internal/qr-drawing.js').then(
      ({ qrDrawing, qrModules }) => {
        this.#code = qrDrawing(
          qrModules(voucher.code),
          say('rewards.image', { code: voucher.code }),
        );
        changed(false);
      },
      () => {
        // The code in letters is enough where its drawing does not load.
        this.#code = nothing;
        changed(false);
      },
    );
  }
}
