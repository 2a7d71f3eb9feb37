import { announce } from '../../internal/announcer.js';
import { tagFor } from '../../internal/format.js';
import { watchDocumentLanguage } from '../../internal/language.js';
import { fill, loadWords, type WordArgs, type WordKey, type Words } from '../../internal/words.js';
import { badgeStyles } from './demo-badge.styles.js';
import { demoWords } from './demo-words.js';

/** What the badge tells of signing in. */
export interface BadgeFacts {
  /** The language where the page says none. */
  readonly language: string | undefined;
  /** The telephone number of somebody who is a member, E.164. */
  readonly phone: string;
  /** What every telephone of the demo is sent. */
  readonly code: string;
}

/** The badge on a page, as long as the page lives. */
export interface Badge {
  /** A code was sent to a telephone that does not exist: it is said here instead. */
  readonly tellCode: () => void;
  /** Somebody signed in with it. */
  readonly forgetCode: () => void;
}

/** `+13125550100` as people write it; left to right also where the text around it is not. */
const spoken = (phone: string) =>
  `\u2066${phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1\u00a0$1\u00a0$2\u00a0$3')}\u2069`;

/**
 * Says on the page that it is a demo, in a corner and in words, and how one signs in. It stands in a
 * shadow tree of its own, and above everything: in the top layer, where the browser has popovers,
 * since a sign-in may be a dialog.
 */
export function showBadge({ language, phone, code }: BadgeFacts): Badge {
  const host = document.createElement('aside');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(badgeStyles);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement('button');
  const dot = document.createElement('span');
  const label = document.createElement('span');
  const more = document.createElement('div');
  const told = document.createElement('p');
  const about = document.createElement('p');
  const signIn = document.createElement('p');
  told.className = 'code';
  more.append(told, about, signIn);
  dot.className = 'dot';
  more.className = 'more';
  more.id = 'more';
  button.type = 'button';
  button.setAttribute('aria-controls', 'more');
  button.append(dot, label);
  root.append(more, button);
  host.dataset['afterglowDemo'] = '';
  host.toggleAttribute('data-above-bar', document.querySelector('loyalty-home') !== null);

  let isCodeSent = false;
  let words: Words = {};
  const lang = () => document.documentElement.lang || language || 'en';
  const say = (key: WordKey, args: WordArgs = {}) => fill(words[key] ?? '', args, lang());
  const open = (isOpen: boolean) => {
    more.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    told.hidden = !isCodeSent;
    about.hidden = signIn.hidden = isCodeSent;
  };
  const speak = async () => {
    words = await loadWords(demoWords, lang());
    host.lang = tagFor(Object.keys(demoWords), lang()) ?? 'en';
    host.dir = host.lang === 'ar' ? 'rtl' : 'ltr';
    label.textContent = say('demo.badge');
    host.setAttribute('aria-label', label.textContent);
    told.textContent = say('demo.code', { code });
    about.textContent = say('demo.about');
    signIn.textContent = say('demo.sign-in', { phone: spoken(phone), code });
  };

  open(false);
  button.addEventListener('click', () => open(more.hidden === true));
  void speak();
  watchDocumentLanguage(() => void speak());
  document.documentElement.append(host);
  raise(host);

  return {
    tellCode: () => {
      isCodeSent = true;
      open(true);
      raise(host);
      announce(told.textContent);
    },
    forgetCode: () => {
      isCodeSent = false;
      open(false);
    },
  };
}

/** Brings it to the front of the top layer, above a dialog that came after it. */
function raise(host: HTMLElement): void {
  if (!('popover' in host)) return;
  if (host.popover) host.hidePopover();
  host.popover = 'manual';
  host.showPopover();
}
