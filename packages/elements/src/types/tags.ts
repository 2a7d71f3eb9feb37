// Made by `npm run frameworks` from custom-elements.json.
import type { BookButtonElement } from '../book-button/book-button.js';
import type { EarnListElement } from '../earn-list/earn-list.js';
import type { LoyaltyHomeElement } from '../loyalty-home/loyalty-home.js';
import type { LoyaltyProviderElement } from '../loyalty-provider/loyalty-provider.js';
import type { MemberCardElement } from '../member-card/member-card.js';
import type { MemberSignInElement } from '../member-sign-in/member-sign-in.js';
import type { MembershipCreditElement } from '../membership-credit/membership-credit.js';
import type { MessagePreferencesElement } from '../message-preferences/message-preferences.js';
import type { OfferListElement } from '../offer-list/offer-list.js';
import type { PackageBalanceElement } from '../package-balance/package-balance.js';
import type { PointsBalanceElement } from '../points-balance/points-balance.js';
import type { PointsHistoryElement } from '../points-history/points-history.js';
import type { ReferralLinkElement } from '../referral-link/referral-link.js';
import type { ReferralTrackerElement } from '../referral-tracker/referral-tracker.js';
import type { ReferralWelcomeElement } from '../referral-welcome/referral-welcome.js';
import type { RewardListElement } from '../reward-list/reward-list.js';
import type { SavingsCalculatorElement } from '../savings-calculator/savings-calculator.js';
import type { TierBadgeElement } from '../tier-badge/tier-badge.js';
import type { TierProgressElement } from '../tier-progress/tier-progress.js';
import type { VisitPreviewElement } from '../visit-preview/visit-preview.js';
import type {
  GlowBookEvent,
  GlowCalculatedEvent,
  GlowClaimReturnedEvent,
  GlowClaimedEvent,
  GlowFailedEvent,
  GlowJoinedEvent,
  GlowKeptEvent,
  GlowReadyEvent,
  GlowSharedEvent,
  GlowSignInRequestEvent,
  GlowSignedInEvent,
  GlowSignedOutEvent,
} from '../internal/events.js';
import type { AttributeOf } from './tag-types.js';

/** What each tag takes and sends. */
export interface GlowTags {
  /**
   * The way to the clinic's booking page, with the friend's code and the offer attached.
   *
   * A link of the page's own in it is what one presses, and works before this code is here:
   * `<book-button><a href="…">Book</a></book-button>`. Any other content is the text of the button.
   */
  'book-button': {
    element: BookButtonElement;
    attributes: {
      /**
       * The link, https only; may hold `{code}`, `{offer}` and `{package}`. Left unset, that of the page's
       * own link, else the one in the program.
       */
      href?: AttributeOf<BookButtonElement['href']>;
      /**
       * `link` leads to the booking page. `event` says that a dialog opens, for a page that cancels
       * `glow-book`. `frame` puts the booking page into the iframe that `for` names. `copy` copies the link.
       */
      mode?: AttributeOf<BookButtonElement['mode']>;
      /** The id of the iframe, for the mode `frame`. */
      for?: AttributeOf<BookButtonElement['htmlFor']>;
      /** The code of a friend's link. Left unset, the last one that was followed on this site. */
      code?: AttributeOf<BookButtonElement['code']>;
      /**
       * The id of the offer. Left unset, that of this page's address, else the member's that ends first.
       */
      offer?: AttributeOf<BookButtonElement['offer']>;
      /** The code of the package that is booked with. Left unset, that of this page's address. */
      package?: AttributeOf<BookButtonElement['package']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<BookButtonElement['headingLevel']>;
    };
    properties:
      | 'summary'
      | 'href'
      | 'mode'
      | 'htmlFor'
      | 'code'
      | 'offer'
      | 'package'
      | 'program'
      | 'headingLevel';
    events: 'glow-book' | 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * How points are earned, by the rules of the clinic's own program. Works signed out; it needs the
   * program alone. Who is signed in sees what is still ahead.
   */
  'earn-list': {
    element: EarnListElement;
    attributes: {
      /** How many ways are shown before "Show all". */
      rows?: AttributeOf<EarnListElement['rows']>;
      /** The day whose rules are shown, `YYYY-MM-DD`. Left unset, the clinic's today. */
      'as-of'?: AttributeOf<EarnListElement['asOf']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<EarnListElement['headingLevel']>;
    };
    properties: 'summary' | 'rows' | 'asOf' | 'program' | 'headingLevel';
    events: 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * The whole app inside a page: Home, Offers, Appointment and Status, each made of the other elements,
   * with a bar at the bottom of narrow ones and a list at the side of wide ones. Who is signed out finds
   * one invitation with the sign-in in it.
   */
  'loyalty-home': {
    element: LoyaltyHomeElement;
    attributes: {
      /**
       * The views that there are, in their order, with spaces between; the first one opens first.
       */
      views?: AttributeOf<LoyaltyHomeElement['views']>;
      /** What stands before the name of a view in the page's address, as in `#glow-offers`. */
      'hash-prefix'?: AttributeOf<LoyaltyHomeElement['hashPrefix']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<LoyaltyHomeElement['headingLevel']>;
    };
    properties: 'summary' | 'views' | 'hashPrefix' | 'program' | 'headingLevel';
    events:
      | 'glow-signed-in'
      | 'glow-joined'
      | 'glow-signed-out'
      | 'glow-book'
      | 'glow-claimed'
      | 'glow-claim-returned'
      | 'glow-shared'
      | 'glow-ready'
      | 'glow-failed'
      | 'glow-sign-in-request';
  };
  /**
   * Says whose page it is to the elements in it. Shows nothing of its own and makes no box.
   *
   * With a key of its own it takes nothing from outside: session, program and brand are its own.
   * Without one it belongs to what is around it, and only changes words and color scheme.
   */
  'loyalty-provider': {
    element: LoyaltyProviderElement;
    attributes: {
      /** The clinic's publishable key, `pk_live_…` or `pk_test_…`. */
      'publishable-key'?: AttributeOf<LoyaltyProviderElement['publishableKey']>;
      /** Origin (and path) of the API, without `/v1`; needed with a key. */
      'api-base'?: AttributeOf<LoyaltyProviderElement['apiBase']>;
      /**
       * How long a sign-in lasts unless the patient says otherwise: `visit`, `device` or `never`.
       */
      remember?: AttributeOf<LoyaltyProviderElement['remember']>;
      /** Address on the page's own origin that knows who is signed in to the clinic's own site. */
      'identity-url'?: AttributeOf<LoyaltyProviderElement['identityUrl']>;
      /** Reads the member again every two seconds; for sandboxes. */
      live?: AttributeOf<LoyaltyProviderElement['live']>;
      /** Keeps nothing in the browser: all is forgotten with the page. */
      'no-storage'?: AttributeOf<LoyaltyProviderElement['noStorage']>;
      /**
       * `light`, `dark`, or `auto` for what the visitor's device prefers; left out: the page's own.
       */
      'color-scheme'?: AttributeOf<LoyaltyProviderElement['colorScheme']>;
    };
    properties:
      | 'publishableKey'
      | 'apiBase'
      | 'remember'
      | 'identityUrl'
      | 'live'
      | 'noStorage'
      | 'messages'
      | 'colorScheme';
    events:
      | 'glow-book'
      | 'glow-calculated'
      | 'glow-claim-returned'
      | 'glow-claimed'
      | 'glow-failed'
      | 'glow-joined'
      | 'glow-kept'
      | 'glow-ready'
      | 'glow-shared'
      | 'glow-sign-in-request'
      | 'glow-signed-in'
      | 'glow-signed-out';
  };
  /**
   * The member's card for the front desk: a QR code of the member number, which a till reads as
   * `memberId`, with the name, the tier, whether one is a VIP, and the year. Dark on white in light and in dark pages.
   */
  'member-card': {
    element: MemberCardElement;
    attributes: {
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<MemberCardElement['headingLevel']>;
    };
    properties: 'summary' | 'program' | 'headingLevel';
    events: 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * Signs a member in by a code sent to the phone, one question at a time; whoever is new joins here.
   */
  'member-sign-in': {
    element: MemberSignInElement;
    attributes: {
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<MemberSignInElement['headingLevel']>;
    };
    properties: 'summary' | 'program' | 'headingLevel';
    events:
      | 'glow-signed-in'
      | 'glow-joined'
      | 'glow-signed-out'
      | 'glow-ready'
      | 'glow-failed'
      | 'glow-sign-in-request';
  };
  /**
   * The credit that a member has banked: how much, when each part of it ends, when the next comes, and
   * the terms. Who has no membership sees which there are, and from which visit on.
   */
  'membership-credit': {
    element: MembershipCreditElement;
    attributes: {
      /** How many parts of the credit are shown before "Show all". */
      rows?: AttributeOf<MembershipCreditElement['rows']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<MembershipCreditElement['headingLevel']>;
    };
    properties: 'summary' | 'rows' | 'program' | 'headingLevel';
    events: 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * What the member may be told, on which channel and in which language, and who sees the first name.
   * Each change is saved at once; what one agrees to is kept word by word.
   */
  'message-preferences': {
    element: MessagePreferencesElement;
    attributes: {
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<MessagePreferencesElement['headingLevel']>;
    };
    properties: 'summary' | 'program' | 'headingLevel';
    events: 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * The offers that the member has, each like a ticket: what it is, until when, and the way to booking
   * with it attached.
   */
  'offer-list': {
    element: OfferListElement;
    attributes: {
      /** How many offers are shown before "Show all". */
      rows?: AttributeOf<OfferListElement['rows']>;
      /** Leaves out the way to booking. */
      'no-booking'?: AttributeOf<OfferListElement['noBooking']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<OfferListElement['headingLevel']>;
    };
    properties: 'summary' | 'rows' | 'noBooking' | 'program' | 'headingLevel';
    events: 'glow-book' | 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * The prepaid packages of the member, with the sessions that are left in each, and the way to booking
   * with one of them attached.
   */
  'package-balance': {
    element: PackageBalanceElement;
    attributes: {
      /** How many packages are shown before "Show all". */
      rows?: AttributeOf<PackageBalanceElement['rows']>;
      /** Leaves out the way to booking beside each package. */
      'no-booking'?: AttributeOf<PackageBalanceElement['noBooking']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<PackageBalanceElement['headingLevel']>;
    };
    properties: 'summary' | 'rows' | 'noBooking' | 'program' | 'headingLevel';
    events: 'glow-book' | 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /** The member's points, what they are worth, and the day the next of them lapse. */
  'points-balance': {
    element: PointsBalanceElement;
    attributes: {
      /** Leaves out the line that says when the points lapse. */
      'no-expiry'?: AttributeOf<PointsBalanceElement['noExpiry']>;
      /** Leaves out what the points are worth in money. */
      'no-worth'?: AttributeOf<PointsBalanceElement['noWorth']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<PointsBalanceElement['headingLevel']>;
    };
    properties: 'summary' | 'noExpiry' | 'noWorth' | 'program' | 'headingLevel';
    events: 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /** What came and went, with the reason of each: points, credit, and sessions of packages. */
  'points-history': {
    element: PointsHistoryElement;
    attributes: {
      /** Shows the balance after each entry from the start; a button does it otherwise. */
      balances?: AttributeOf<PointsHistoryElement['balances']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<PointsHistoryElement['headingLevel']>;
    };
    properties: 'summary' | 'balances' | 'program' | 'headingLevel';
    events: 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * The member's own link for friends: what a friend gains by it, and the ways to hand it on.
   */
  'referral-link': {
    element: ReferralLinkElement;
    attributes: {
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<ReferralLinkElement['headingLevel']>;
    };
    properties: 'summary' | 'program' | 'headingLevel';
    events: 'glow-shared' | 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * The friends who joined with the member's code or keep its offer: how far each reward is, and what is
   * on its way. It speaks of rewards and never of a friend's treatment, and names only who agreed to it.
   */
  'referral-tracker': {
    element: ReferralTrackerElement;
    attributes: {
      /** How many friends are shown before "Show all". */
      rows?: AttributeOf<ReferralTrackerElement['rows']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<ReferralTrackerElement['headingLevel']>;
    };
    properties: 'summary' | 'rows' | 'program' | 'headingLevel';
    events: 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * Where a friend's link leads: what the friend gets, a way to keep it with a phone number, so that it
   * counts on any device, and then the ways to booking and joining. The code comes from the link that
   * was followed on this site, and never says whose it is.
   */
  'referral-welcome': {
    element: ReferralWelcomeElement;
    attributes: {
      /** The code of the link. Left unset, the last one that was followed on this site. */
      code?: AttributeOf<ReferralWelcomeElement['code']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<ReferralWelcomeElement['headingLevel']>;
    };
    properties: 'code' | 'summary' | 'program' | 'headingLevel';
    events: 'glow-kept' | 'glow-book' | 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * What the member's points can be claimed for, and the vouchers that are there to be used. Who is
   * signed out sees the clinic's rewards with what they cost.
   */
  'reward-list': {
    element: RewardListElement;
    attributes: {
      /** How many vouchers and rewards are shown before "Show all". */
      rows?: AttributeOf<RewardListElement['rows']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<RewardListElement['headingLevel']>;
    };
    properties: 'summary' | 'rows' | 'program' | 'headingLevel';
    events:
      | 'glow-claimed'
      | 'glow-claim-returned'
      | 'glow-book'
      | 'glow-ready'
      | 'glow-failed'
      | 'glow-sign-in-request';
  };
  /**
   * What a year of visits would save, estimated by the very rules of the clinic's program. Works
   * signed out; it needs the program alone.
   */
  'savings-calculator': {
    element: SavingsCalculatorElement;
    attributes: {
      /** Visits a year, 1 to 52. Left unset, as many as the program suggests. */
      visits?: AttributeOf<SavingsCalculatorElement['visits']>;
      /**
       * Codes of the treatments of each visit; in the attribute with spaces or commas between them.
       * Left unset, those that the program selects.
       */
      treatments?: AttributeOf<SavingsCalculatorElement['treatments']>;
      /**
       * Id of the tier to reckon with; empty: the one that the year's spend reaches. Left unset, the member's.
       */
      tier?: AttributeOf<SavingsCalculatorElement['tier']>;
      /**
       * Code of the package that is bought for the treatments that it covers; empty or left unset: none.
       */
      package?: AttributeOf<SavingsCalculatorElement['package']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<SavingsCalculatorElement['headingLevel']>;
    };
    properties:
      'summary' | 'visits' | 'treatments' | 'tier' | 'package' | 'program' | 'headingLevel';
    events: 'glow-calculated' | 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * The member's tier as a small badge; pressed, it says what the tier unlocks and what is missing
   * for the next one.
   */
  'tier-badge': {
    element: TierBadgeElement;
    attributes: {
      /** Whether the sheet is open. */
      open?: AttributeOf<TierBadgeElement['open']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<TierBadgeElement['headingLevel']>;
    };
    properties: 'summary' | 'open' | 'program' | 'headingLevel';
    events: 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /** How far the next tier is and by when, and what would be lost and when. */
  'tier-progress': {
    element: TierProgressElement;
    attributes: {
      /** Leaves out until when the tier is kept and what keeps it. */
      'no-risk'?: AttributeOf<TierProgressElement['noRisk']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<TierProgressElement['headingLevel']>;
    };
    properties: 'summary' | 'noRisk' | 'program' | 'headingLevel';
    events: 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
  /**
   * On the booking page: what this visit earns, which tier it reaches, and what is left to pay. Signed in
   * it is what the till would say, by one request for each visit that is chosen; signed out it is what
   * the program's plain rates give at least.
   */
  'visit-preview': {
    element: VisitPreviewElement;
    attributes: {
      /**
       * Codes of treatments, with spaces between. Each has the price that the program's calculator knows, or
       * one of its own in minor units after a colon: `FACIAL TOX:56000`.
       */
      treatments?: AttributeOf<VisitPreviewElement['treatments']>;
      /**
       * The id of a select whose chosen option says in `data-treatments` what `treatments` would.
       */
      for?: AttributeOf<VisitPreviewElement['htmlFor']>;
      /** Level of the element's heading in the page's outline, 1 to 6. */
      'heading-level'?: AttributeOf<VisitPreviewElement['headingLevel']>;
    };
    properties:
      'treatments' | 'htmlFor' | 'lines' | 'summary' | 'preview' | 'program' | 'headingLevel';
    events: 'glow-ready' | 'glow-failed' | 'glow-sign-in-request';
  };
}

/** Every event by its name. */
export interface GlowEvents {
  /** Somebody is about to book; cancel it to open a dialog of your own. */
  'glow-book': GlowBookEvent;
  /** Somebody moved it and there is a new result. */
  'glow-calculated': GlowCalculatedEvent;
  /** A voucher was given back here. */
  'glow-claim-returned': GlowClaimReturnedEvent;
  /** A reward was claimed here; its voucher is shown. */
  'glow-claimed': GlowClaimedEvent;
  /** It can't show what it was asked for; `code` says why. */
  'glow-failed': GlowFailedEvent;
  /** After somebody became a member here; before `glow-signed-in`. */
  'glow-joined': GlowJoinedEvent;
  /** The offer was kept for a phone. */
  'glow-kept': GlowKeptEvent;
  /** It shows what it was asked for; `face` says whether that is anything. */
  'glow-ready': GlowReadyEvent;
  /** The link was copied, shared or shown as a code. */
  'glow-shared': GlowSharedEvent;
  /** Somebody wants to sign in; cancel it to open a sign-in of your own. */
  'glow-sign-in-request': GlowSignInRequestEvent;
  /** After somebody signed in here. */
  'glow-signed-in': GlowSignedInEvent;
  /** After somebody signed out here. */
  'glow-signed-out': GlowSignedOutEvent;
}
