import { elementUnder } from './page-elements.js';

/** What is told of picking. */
export interface Picking {
  /** The pointer is over an element now, or over none. */
  over(element: Element | undefined): void;
  /** The pointer pressed one, or Escape was pressed: picking is over. */
  end(picked: Element | undefined): void;
}

/**
 * Lets the pointer choose an element of the page. Meanwhile the page hears of no press; the
 * inspector itself does.
 *
 * @param own - Where the inspector stands.
 * @returns Ends it without a choice.
 */
export function startPicking(own: Element, { over, end }: Picking): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*{cursor:crosshair!important}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const heard = new AbortController();

  const stop = () => {
    heard.abort();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  const hear = <Type extends keyof WindowEventMap>(
    type: Type,
    listener: (event: WindowEventMap[Type]) => void,
  ) => {
    const heed = (event: WindowEventMap[Type]) => {
      if (!event.composedPath().includes(own)) listener(event);
    };
    // On the window, and on the way down: before anything of the page.
    addEventListener(type, heed, { capture: true, signal: heard.signal });
  };
  const keepFromPage = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };

  hear('pointerover', (event) => over(elementUnder(event)));
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup'] as const) {
    hear(type, keepFromPage);
  }
  hear('click', (event) => {
    keepFromPage(event);
    const picked = elementUnder(event);
    if (!picked) return;
    stop();
    end(picked);
  });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      keepFromPage(event);
      stop();
      end(undefined);
    },
    { capture: true, signal: heard.signal },
  );
  return stop;
}
