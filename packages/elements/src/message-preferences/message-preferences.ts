import type { Preferences, Summary } from '@afterglow/contract';
import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { tagFor } from '../internal/format.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { channels, isOn, partsOf, purposes, type Choice } from './choices.js';
import { styles } from './message-preferences.styles.js';
import { preferenceWords } from './message-preferences-words.js';
import type { Change, Outcome } from './save-preferences.js';

/** The languages that we write in, each by its own name. */
const languageNames = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  'pt-BR': 'Português (Brasil)',
  'zh-Hans': '简体中文',
  ar: 'العربية',
} as const;

/** What is changed here, and what became of the last change. */
type Field = Choice | 'language';
type Note = 'saving' | 'saved' | 'failed' | 'unanswered';

/**
 * What the member may be told, on which channel and in which language, and who sees the first name.
 * Each change is saved at once; what one agrees to is kept word by word.
 *
 * @tag message-preferences
 * @slot - A line under the choices, such as how the clinic is reached.
 * @csspart card - The box.
 * @csspart title - The heading.
 * @csspart list - The choices about messages of one purpose, or about the name.
 * @csspart item - One choice.
 * @csspart label - Its words.
 * @csspart input - The switch; the list of languages.
 * @csspart button - The way to signing in, and to trying again.
 * @csspart message - How a change stands; what is missing or out of date.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - The server knows no choices.
 * @cssstate ready - The choices are shown.
 * @cssstate failed - The choices could not be loaded; a button tries again.
 * @cssstate stale - The last known choices, marked as such.
 */
export class MessagePreferencesElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['message-preferences'])),
    styles,
  ];
  static override words = [pageWords, preferenceWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  readonly #member = new MemberController(this);
  /** The last change of each field that is under way; it is shown as if it were saved. */
  readonly #changes = new Map<Field, Change>();
  /** How the last change of each field stands. */
  readonly #notes = new Map<Field, Note>();
  /** The last answer to a change, until the page's own summary has it. */
  #saved: Preferences | undefined;
  #memberId: string | undefined;
  #saving: Promise<void> = Promise.resolve();

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override get signedOutKey(): WordKey {
    return 'preferences.signed-out';
  }

  protected override get waitingKey(): WordKey {
    return 'preferences.waiting';
  }

  /** An older server says nothing of it. */
  protected override isEmpty(): boolean {
    return this.#preferences === undefined;
  }

  protected override renderEmpty() {
    return html`
      ${this.renderTitle(this.say('preferences.title'))}
      <p class="quiet" part="message">${this.say('preferences.empty')}</p>
      <slot></slot>
    `;
  }

  /** What is out of date is said in place of how changes are saved. */
  protected override renderFace(): unknown {
    return this.state === 'stale' ? this.renderReady() : super.renderFace();
  }

  protected override renderReady() {
    const preferences = this.#preferences;
    if (!preferences) return nothing;

    const { shareFirstName } = preferences;
    const isStale = this.state === 'stale';
    return html`
      <div>
        ${this.renderTitle(this.say('preferences.title'))}
        <p class="quiet" part=${isStale ? 'message' : nothing}>
          ${this.say(isStale ? 'face.stale' : 'preferences.about')}
        </p>
      </div>
      ${purposes.map((purpose) => this.#renderPurpose(purpose, preferences))}
      ${
        shareFirstName === null
          ? nothing
          : html`<fieldset part="list">
              <legend>${this.say('preferences.name')}</legend>
              ${this.#renderChoice('name', preferences)}
            </fieldset>`
      }
      ${this.#renderLanguage(preferences)} ${this.#renderLinks()}
      <slot></slot>
    `;
  }

  #renderPurpose(purpose: (typeof purposes)[number], preferences: Preferences) {
    const about = `${purpose}-about`;
    return html`<fieldset part="list" aria-describedby=${about}>
      <legend>${this.say(`preferences.${purpose}`)}</legend>
      <p class="quiet about" id=${about}>${this.say(`preferences.${purpose}-about`)}</p>
      ${channels.map((channel) => this.#renderChoice(`${purpose}.${channel}`, preferences))}
    </fieldset>`;
  }

  #renderChoice(choice: Choice, preferences: Preferences) {
    const terms = this.#termsOf(choice);
    const asked = this.#changes.get(choice);
    const isReached = choice === 'name' || preferences.reach[partsOf(choice)[1]] !== null;
    return html`
      <div class="row" part="item">
        <label part="label" for=${choice}>${this.#labelOf(choice)}</label>
        ${this.#renderNote(choice)}
        <input
          type="checkbox"
          part="input"
          id=${choice}
          ?disabled=${!isReached}
          .checked=${asked ? asked.value : isReached && isOn(preferences, choice)}
          aria-describedby="${terms ? `${choice}-terms ` : ''}${choice}-note"
          @change=${(event: Event) => {
            const { checked: value } = event.target as HTMLInputElement;
            this.#change({ field: choice, value, words: this.#wordsAt(choice).join('\n') });
          }}
        />
      </div>
      ${terms ? html`<p class="quiet terms" id="${choice}-terms">${terms}</p>` : nothing}
    `;
  }

  #renderLanguage(preferences: Preferences) {
    const asked = this.#changes.get('language');
    const locale = String((asked ? asked.value : preferences.locale) ?? '');
    const tag = (locale && tagFor(Object.keys(languageNames), locale)) || locale;
    const others = tag === '' || tag in languageNames ? {} : { [tag]: tag };
    const clinic = this.say('preferences.language-clinic');
    const options = Object.entries({ ...languageNames, ...others }).map(
      ([value, name]) =>
        html`<option value=${value} lang=${value} .selected=${value === tag}>${name}</option>`,
    );
    return html`<div class="pick">
      <label for="language" part="label">${this.say('preferences.language')}</label>
      ${this.#renderNote('language')}
      <span class="arrow">
        <select
          id="language"
          part="input"
          aria-describedby="language-note"
          @change=${(event: Event) => {
            const value = (event.target as HTMLSelectElement).value || null;
            this.#change({ field: 'language', value });
          }}
        >
          <option value="" .selected=${tag === ''}>${clinic}</option>
          ${options}
        </select>
      </span>
    </div>`;
  }

  /** How the last change stands, also for those who come back to the field later. */
  #renderNote(field: Field) {
    const note = this.#notes.get(field);
    return html`<span class="quiet note ${note ?? ''}" part="message" id="${field}-note"
      >${note && this.say(`preferences.${note}`)}</span
    >`;
  }

  #renderLinks() {
    const { termsUrl = null, privacyUrl = null } = this.clinic.value?.site ?? {};
    const links = [
      [termsUrl, 'preferences.terms'],
      [privacyUrl, 'preferences.privacy'],
    ] as const;
    if (!termsUrl && !privacyUrl) return nothing;
    return html`<p class="links quiet">
      ${links.map(([url, key]) =>
        url ? html`<a href=${url} target="_blank" rel="noopener">${this.say(key)}</a>` : nothing,
      )}
    </p>`;
  }

  get #preferences(): Preferences | undefined {
    return this.#saved ?? this.#member.value?.preferences;
  }

  #labelOf(choice: Choice): string {
    if (choice === 'name') return this.say('preferences.name-share');
    const [, channel] = partsOf(choice);
    const address = this.#preferences?.reach[channel];
    return address
      ? this.say(`preferences.${channel}`, { address })
      : this.say(`preferences.no-${channel}`);
  }

  #termsOf(choice: Choice): string | undefined {
    const clinic = this.text(this.clinic.value?.clinic.name ?? '');
    if (choice === 'marketing.sms') return this.say('preferences.sms-terms', { clinic });
    return choice === 'marketing.email' ? this.say('preferences.email-terms') : undefined;
  }

  /** What stands on the page of a choice, from its legend to its terms: this is what a yes is said to. */
  #wordsAt(choice: Choice): readonly string[] {
    const group = this.renderRoot.querySelector(`[id="${choice}"]`)?.closest('fieldset');
    return ['legend', '.about', `[for="${choice}"]`, `[id="${choice}-terms"]`].flatMap(
      (part) => group?.querySelector(part)?.textContent ?? [],
    );
  }

  /** Shows a change at once and saves it after those before it. */
  #change(change: Change): void {
    const { field } = change;
    const id = this.#memberId;
    this.#changes.set(field, change);
    for (const [other, note] of this.#notes) if (note === 'saved') this.#notes.delete(other);
    this.#note(field, 'saving');
    this.#saving = this.#saving.then(async () => {
      if (id === this.#memberId) await this.#save(change, id);
    });
  }

  /** What the page shows is read again after it, whatever came of it. */
  async #save(change: Change, id: string | undefined): Promise<void> {
    const { page } = this;
    const { field, value } = change;
    const outcome = await import('./save-preferences.js').then(
      ({ savePreferences }) => (page ? savePreferences(page, change) : 'failed'),
      (): Outcome => 'failed',
    );
    if (id !== this.#memberId) return;
    const isAnswered = typeof outcome === 'object';
    if (isAnswered) this.#saved = outcome;
    await page?.store.revalidate();
    const isKnown = this.#member.state === 'ready';
    if (isKnown && !this.summary) this.#saved = undefined;
    if (this.#changes.get(field) !== change) return;

    this.#changes.delete(field);
    const isThere = outcome === 'unanswered' && isKnown && this.#valueOf(field) === value;
    this.#note(field, isAnswered || isThere ? 'saved' : isKnown ? 'failed' : outcome);
  }

  /** Says how a change stands, to those who see the page and to those who hear it. */
  #note(field: Field, note: Note): void {
    this.#notes.set(field, note);
    this.requestUpdate();
    if (note === 'saving') return;
    const label = this.renderRoot.querySelector(`[for="${field}"]`);
    const legend = label?.closest('fieldset')?.querySelector('legend');
    const name = [legend, label].flatMap((part) => part?.textContent ?? []).join(', ');
    this.announce(
      note === 'saved'
        ? this.say('preferences.saved-named', { name })
        : this.say(`preferences.${note}`),
    );
  }

  #valueOf(field: Field): Change['value'] | undefined {
    const preferences = this.#preferences;
    if (!preferences) return undefined;
    return field === 'language' ? preferences.locale : isOn(preferences, field);
  }

  /** What was chosen for one member is not shown to another. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const id = this.#member.value?.member.id;
    if (id === this.#memberId) return;
    this.#memberId = id;
    this.#saved = undefined;
    this.#changes.clear();
    this.#notes.clear();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'message-preferences': MessagePreferencesElement;
  }
}
