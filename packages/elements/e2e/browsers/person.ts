import { setTimeout as pause } from 'node:timers/promises';
import { pageTools, type PageTools, type Sought } from './in-page.js';
import type { Tab } from './tab.js';

/** How long somebody waits for what has to come, in milliseconds. */
const patienceMs = 20_000;

/** Keys that write nothing, as WebDriver names them. */
const keys: Readonly<Record<string, string>> = {
  ArrowRight: '\uE014',
  Backspace: '\uE003',
  Control: '\uE009',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

/** Somebody before a tab: goes, looks, touches and types. */
export interface Person {
  open(url: string): Promise<void>;
  /** Goes back to where this tab was before. */
  goesBack(): Promise<void>;
  /** Loads the page anew, and waits for it. */
  reloads(): Promise<void>;
  /** Comes to this tab, as when somebody chooses it. */
  show(): Promise<void>;
  /** Runs a function in the page; it may use its tools and what it is handed, nothing from around it. */
  ask<Answer, Given = undefined>(
    look: (tools: PageTools, given: Given) => Answer | Promise<Answer>,
    given?: Given,
  ): Promise<Answer>;
  /** Waits until a function in the page answers something true; answers it. */
  until<Answer, Given = undefined>(
    what: string,
    look: (tools: PageTools, given: Given) => Answer,
    given?: Given,
  ): Promise<NonNullable<Answer>>;
  /** Waits until something is on screen. */
  sees(sought: Sought): Promise<void>;
  /** Waits until an element shows a face. */
  seesFace(tag: string, face: string): Promise<void>;
  /** Waits until an element's text has this in it. */
  reads(tag: string, text: string | RegExp): Promise<string>;
  /** Waits until the focus is on what has this name, whole. */
  focuses(name: string): Promise<void>;
  /** What an element shows now. */
  textOf(tag: string): Promise<string>;
  /** Brings it into view and touches its middle, where nothing may lie over it. */
  touches(sought: Sought): Promise<void>;
  /** Once it is on screen, goes on by Tab until the focus is there; `Shift+Tab` goes back. */
  tabsTo(sought: Sought, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** A key, or keys held together: `Control+v`. */
  presses(...chords: readonly string[]): Promise<void>;
  types(text: string): Promise<void>;
}

/** A person before a tab. */
export function personAt(tab: Tab): Person {
  const ask: Person['ask'] = async (look, given) =>
    // What tsx puts around a named function has to be there in the page.
    (await tab.ask(
      `(() => { const __name = (made) => made; return (${look.toString()})((${pageTools.toString()})(), ${JSON.stringify(given)}); })()`,
    )) as never;

  const until: Person['until'] = async (what, look, given) => {
    let last: unknown;
    for (const late = Date.now() + patienceMs; Date.now() < late; await pause(40)) {
      try {
        const answer = await ask(look, given);
        if (answer) return answer;
      } catch (error) {
        // A page that is being left answers nothing.
        last = error;
      }
    }
    throw new Error(`Waited in vain ${what}. ${await lookAround()}`, { cause: last });
  };

  const keySource = (chords: readonly (readonly string[])[]) => ({
    type: 'key',
    id: 'keyboard',
    actions: chords.flatMap((values) => [
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...[...values].reverse().map((value) => ({ type: 'keyUp', value })),
    ]),
  });

  /** Where the page is and what it shows, for who wonders why it does not show something else. */
  const lookAround = () =>
    ask(({ textOf, focused }) => {
      const { readyState, visibilityState } = document;
      const states = [readyState, visibilityState, document.hasFocus() ? 'focused' : 'unfocused'];
      const at = focused();
      const focus = at?.getAttribute('aria-label') ?? at?.textContent?.trim().slice(0, 40);
      return `${location.href} (${states.join()}), the focus on ${at?.localName} "${focus}", shows: ${textOf(document.body)}`;
    }).catch((error: unknown) => `The page answers nothing: ${error}`);

  const person: Person = {
    ask,
    until,
    open: (url) => tab.open(url),
    goesBack: () => tab.back(),
    reloads: async () => {
      await ask(() => {
        document.documentElement.dataset['left'] = '';
        location.reload();
      });
      await until('the page to come anew', () => {
        const { readyState, documentElement } = document;
        return readyState === 'complete' && documentElement.dataset['left'] === undefined;
      });
    },
    show: () => tab.show(),
    sees: async (sought) => {
      await until(
        `to see ${JSON.stringify(sought)}`,
        ({ find }, given) => find(given) !== undefined,
        sought,
      );
    },
    seesFace: async (tag, face) => {
      await until(
        `${tag} to be ${face}`,
        ({ find }, given) => {
          const element = find({ css: given.tag }) as { state?: string } | undefined;
          return element?.state === given.face;
        },
        { tag, face },
      );
    },
    reads: async (tag, text) => {
      const pattern = typeof text === 'string' ? undefined : text.source;
      return until(
        `${tag} to say ${text}`,
        ({ find, textOf }, given) => {
          const element = find({ css: given.tag });
          const shown = element && textOf(element);
          const isThere = given.pattern
            ? new RegExp(given.pattern).test(shown ?? '')
            : shown?.includes(given.text);
          return isThere && shown;
        },
        { tag, text: String(text), pattern },
      ) as Promise<string>;
    },
    focuses: async (name) => {
      await until(
        `the focus to be on ${name}`,
        ({ focused }, given) => {
          const at = focused();
          return (at?.getAttribute('aria-label') ?? at?.textContent?.trim()) === given;
        },
        name,
      );
    },
    textOf: (tag) =>
      ask(({ find, textOf }, css) => {
        const element = find({ css });
        return element ? textOf(element) : '';
      }, tag),
    touches: async (sought) => {
      const { x, y } = (await until(
        `to reach ${JSON.stringify(sought)}`,
        ({ find }, given) => {
          const element = find(given);
          if (!element) return undefined;
          element.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { left, top, width, height } = element.getBoundingClientRect();
          const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
          let hit = document.elementFromPoint(x, y);
          while (hit?.shadowRoot) {
            const inner = hit.shadowRoot.elementFromPoint(x, y);
            if (!inner || inner === hit) break;
            hit = inner;
          }
          const labels = [...((element as HTMLInputElement).labels ?? [])];
          const isFree = [element, ...labels].some((each) => hit && each.contains(hit));
          return isFree && { x, y };
        },
        sought,
      )) as { x: number; y: number };
      await tab.act([
        {
          type: 'pointer',
          id: 'pointer',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', x, y, origin: 'viewport' },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]);
    },
    tabsTo: async (sought, key = 'Tab') => {
      await person.sees(sought);
      for (let steps = 0; steps < 80; steps += 1) {
        const isThere = await ask(
          ({ find, focused }, given) => find(given) !== undefined && find(given) === focused(),
          sought,
        );
        if (isThere) return;
        await person.presses(key);
      }
      throw new Error(`No Tab leads to ${JSON.stringify(sought)}. ${await lookAround()}`);
    },
    presses: (...chords) =>
      tab.act([keySource(chords.map((chord) => chord.split('+').map((key) => keys[key] ?? key)))]),
    types: (text) => tab.act([keySource([...text].map((each) => [each]))]),
  };
  return person;
}
