import type { ReferralRow, Summary } from '@afterglow/contract';
import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { RowsController, waitingRows } from '../internal/rows.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { friendMark, type FriendSteps } from './friend-mark.js';
import { monthOf } from './month.js';
import { styles } from './referral-tracker.styles.js';
import { trackerWords } from './referral-tracker-words.js';

/** A summary with so many friends may have left some out. */
const summaryHolds = 10;

/** How far each status is on the way to the reward. A status of a newer server has no words here. */
const stepsOf: Readonly<Record<string, FriendSteps>> = {
  invited: 0,
  joined: 1,
  booked: 1,
  held: 1,
  completed: 2,
  released: 3,
  expired: -1,
  rejected: -1,
};

/**
 * The friends who joined with the member's code or keep its offer: how far each reward is, and what is
 * on its way. It speaks of rewards and never of a friend's treatment, and names only who agreed to it.
 *
 * @tag referral-tracker
 * @slot - A line under the friends, such as a way to the link to share.
 * @csspart card - The box.
 * @csspart title - The heading.
 * @csspart amount - What is on its way.
 * @csspart list - The friends.
 * @csspart item - One friend.
 * @csspart label - The friend's first name, or "A friend".
 * @csspart button - The button that shows more friends.
 * @csspart message - What is said where nobody joined, and what went wrong.
 * @cssproperty [--referral-tracker-color=var(--glow-color-brand-fill-loud)] - The steps taken.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - Nobody has joined with the member's code, or there is no referral offer.
 * @cssstate ready - The friends are shown.
 * @cssstate failed - The friends could not be loaded; a button tries again.
 * @cssstate stale - The last known friends, marked as such.
 */
export class ReferralTrackerElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['referral-tracker'])),
    styles,
  ];
  static override words = [pageWords, trackerWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** How many friends are shown before "Show all". */
  @property({ type: Number }) rows = 3;

  @state() private older: readonly ReferralRow[] = [];
  @state() private cursor: string | null | undefined;
  @state() private isLoading = false;
  @state() private fault = false;

  readonly #member = new MemberController(this);
  readonly #rows = new RowsController(this, '.row');
  #memberId: string | undefined;
  #statuses: ReadonlyMap<string, string> | undefined;

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override get signedOutKey(): WordKey {
    return 'tracker.signed-out';
  }

  protected override get waitingKey(): WordKey {
    return 'tracker.waiting';
  }

  protected override isEmpty(): boolean {
    return this.#member.value?.referrals.length === 0;
  }

  protected override renderWaiting() {
    return waitingRows(this.say(this.waitingKey), Math.min(3, this.rows));
  }

  protected override renderEmpty() {
    const isOff = this.#member.value?.referral === null || !this.clinic.value?.referral.active;
    return html`
      ${this.renderTitle(this.say('tracker.title'))}
      <p class="quiet line" part="message">${this.say(isOff ? 'tracker.off' : 'tracker.empty')}</p>
      <slot></slot>
    `;
  }

  protected override renderReady() {
    const summary = this.#member.value;
    if (!summary) return nothing;

    const friends = this.#friendsOf(summary);
    const shown = this.#rows.shownOf(friends, summary.member.id);
    const pending = this.#pendingText(summary);
    return html`
      ${this.renderTitle(this.say('tracker.title'))}
      ${pending ? html`<p class="pending" part="amount">${pending}</p>` : nothing}
      <ul class="rows" part="list">
        ${shown.map((friend) => this.#renderFriend(friend, summary.asOf))}
      </ul>
      ${this.#renderMore(friends.length - shown.length, friends.length)}
      <slot></slot>
    `;
  }

  #renderFriend(friend: ReferralRow, asOf: string) {
    const status = this.#statusText(friend, asOf);
    const isComing = friend.status === 'completed' && friend.releasesOn !== null;
    return html`<li class="row" part="item" tabindex="-1">
      ${friendMark(stepsOf[friend.status] ?? 0)}
      <div class="head">
        <span class="name" part="label">${this.#nameOf(friend)}</span>
        <span class="quiet">${this.#sinceText(friend, asOf)}</span>
      </div>
      ${status ? html`<p class="quiet status ${isComing ? 'coming' : ''}">${status}</p>` : nothing}
    </li>`;
  }

  /** @param hidden - Known friends that are not shown. */
  #renderMore(hidden: number, known: number) {
    const mayBeMore = this.#mayBeMore;
    if (hidden === 0 && !mayBeMore) return nothing;

    return html`
      ${
        this.fault
          ? html`<p class="quiet caution" part="message" role="alert">
              ${this.say('tracker.more-failed')}
            </p>`
          : nothing
      }
      <button
        class="button tertiary all"
        part="button"
        aria-disabled=${this.isLoading}
        @click=${this.#showMore}
      >
        ${mayBeMore ? this.say('tracker.more') : this.say('tracker.all', { count: known })}
      </button>
    `;
  }

  #nameOf({ firstName }: ReferralRow): string {
    return firstName ?? this.say('tracker.friend');
  }

  #sinceText({ status, joinedOn }: ReferralRow, asOf: string): string {
    const month = monthOf(joinedOn, this.language ?? 'en', asOf);
    return this.say(status === 'invited' ? 'tracker.invited' : 'tracker.since', { month });
  }

  /** Where the reward of one friend is; empty where there is none to speak of yet. */
  #statusText({ status, releasesOn }: ReferralRow, asOf: string): string {
    if (!(status in stepsOf) || status === 'invited') return '';
    if (status === 'completed') {
      return releasesOn === null
        ? this.say('tracker.thanks')
        : this.say('tracker.completed', { day: this.day(releasesOn, asOf) });
    }
    const isAhead = status === 'joined' || status === 'booked';
    if (isAhead && this.clinic.value?.referral.owner === null) return '';
    return this.say(`tracker.${status}` as WordKey);
  }

  /** What is on its way: points as a sum, rewards of another kind by their number. */
  #pendingText({ referral, referrals }: Summary): string {
    const amount = referral?.pendingPoints ?? 0;
    if (amount > 0) {
      const points = this.text(this.clinic.value?.points.name ?? '');
      return this.say('tracker.pending', { amount, points });
    }
    const count = referrals.filter(
      ({ status, releasesOn }) => status === 'completed' && releasesOn !== null,
    ).length;
    return count === 0 ? '' : this.say('tracker.rewards', { count });
  }

  /** Those of the summary, which are fresh, then older ones that were asked for. */
  #friendsOf({ referrals }: Summary): readonly ReferralRow[] {
    const fresh = new Set(referrals.map(({ id }) => id));
    return [...referrals, ...this.older.filter(({ id }) => !fresh.has(id))];
  }

  /** Whether the server may have friends that were not asked for. */
  get #mayBeMore(): boolean {
    const held = this.#member.value?.referrals.length ?? 0;
    return this.cursor === undefined
      ? held >= summaryHolds && this.page !== undefined
      : this.cursor !== null;
  }

  /** The button may be gone then: the focus goes to the first friend that it brought. */
  readonly #showMore = async () => {
    const { page } = this;
    if (this.isLoading) return;
    const before = this.renderRoot.querySelectorAll('.row').length;
    if (this.#mayBeMore && page) {
      this.isLoading = true;
      this.fault = false;
      try {
        const { moreFriends } = await import('./more-friends.js');
        const { data, nextCursor } = await moreFriends(page, this.cursor ?? undefined);
        this.older = [...this.older, ...data];
        this.cursor = nextCursor;
      } catch {
        this.fault = true;
        return;
      } finally {
        this.isLoading = false;
      }
    }
    this.#rows.showAllFrom(before);
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const id = this.#member.value?.member.id;
    if (id === undefined || id === this.#memberId) return;
    this.#memberId = id;
    this.#statuses = undefined;
    this.older = [];
    this.cursor = undefined;
    this.fault = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const summary = this.#member.value;
    if (summary) this.#announceChanges(summary);
  }

  /** Says who joined and whose reward came closer, to those who hear the page. */
  #announceChanges({ referrals, asOf }: Summary): void {
    const before = this.#statuses;
    this.#statuses = new Map(referrals.map(({ id, status }) => [id, status]));
    if (!before) return;

    const said = referrals
      .filter(({ id, status }) => before.get(id) !== status)
      .map((friend) =>
        this.say('tracker.changed', {
          friend: this.#nameOf(friend),
          status: this.#statusText(friend, asOf) || this.#sinceText(friend, asOf),
        }),
      );
    if (said.length > 0) this.announce(said.join(' '));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'referral-tracker': ReferralTrackerElement;
  }
}
