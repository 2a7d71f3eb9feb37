import type { TemplateResult } from 'lit';
import axe from 'axe-core';
import type { GlowElement } from '../internal/base.js';
import { faces, type Face } from '../internal/faces.js';
import { steppedReserves } from '../internal/stepped-reserve.js';
import { facePage, type FacePage } from './face-page.js';
import { stand, type Surroundings } from './stand.js';

/** An element on a page that shows one face. */
export interface Shown<Element extends GlowElement> {
  readonly element: Element;
  readonly box: HTMLDivElement;
  readonly page: FacePage;
  /** The first element in the shadow tree that the selector finds. */
  find<Found extends HTMLElement = HTMLElement>(selector: string): Found;
  /** What is drawn, as text with single spaces; hidden text too. */
  text(): string;
}

/** Every language that the elements speak. */
export const languages = ['en', 'es', 'fr', 'pt-BR', 'zh-Hans', 'ar'] as const;

const boxes = new Set<HTMLDivElement>();

/** Puts an element on a page that shows `face`, and waits until it does. */
export async function show<Element extends GlowElement>(
  face: Face,
  template: TemplateResult,
  given: Parameters<typeof facePage>[1] & Surroundings = {},
): Promise<Shown<Element>> {
  const page = await facePage(face, given);
  const box = stand(page, template, given);
  document.body.append(box);
  boxes.add(box);
  const element = box.firstElementChild as Element;
  await untilTrue(
    () => element.hasUpdated && element.state === face,
    () => `${element.state}, not ${face}`,
  );
  await element.updateComplete;
  return {
    element,
    box,
    page,
    find: (selector) => {
      const found = element.shadowRoot?.querySelector(selector);
      if (!found) throw new Error(`${element.localName} has no ${selector} while ${face}.`);
      return found as never;
    },
    text: () => visibleText(element.renderRoot),
  };
}

/** Takes away what `show` put on the page. */
export function clear(): void {
  boxes.forEach((box) => box.remove());
  boxes.clear();
}

/** What the page's live region says now. */
export function heard(): string {
  return document.querySelector('[data-afterglow-announcer]')?.textContent ?? '';
}

/** Where `words` are drawn in an element's text. */
export function placeOf(element: Element, words: string): DOMRect {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const start = text.textContent?.indexOf(words) ?? -1;
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + words.length);
    return range.getBoundingClientRect();
  }
  throw new Error(`${element.textContent} has no "${words}".`);
}

/** Milliseconds after which something is broken, and not only the machine busy. */
const patienceMs = 10_000;

/** Waits for something that becomes true by itself; fails with what was there instead. */
export async function untilTrue(claim: () => boolean, instead: () => string): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!claim()) {
    if (performance.now() > end)
      throw new Error(`Waited for ${patienceMs / 1000} s in vain: ${instead()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What axe finds wrong, a line each; empty when nothing is. */
export async function faultsOf(box: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(box, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'heading-order': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/**
 * Each face at each width and in each language in which it is higher than its reserve.
 *
 * @param shown - The faces that the element has, if not all.
 */
export async function higherThanReserved(
  template: () => TemplateResult,
  given: (face: Face) => Parameters<typeof facePage>[1],
  shown: readonly Face[] = faces,
): Promise<readonly string[]> {
  const higher: string[] = [];
  const draw = async (lang: string, width: number, face: Face) => {
    const dir = lang === 'ar' ? 'rtl' : 'ltr';
    const { element, box } = await show(face, template(), { ...given(face), lang, dir, width });
    const reserved = reservedFor(element);
    const { height } = element.getBoundingClientRect();
    if (height > reserved + 0.5)
      higher.push(`${face} ${lang} ${width}px: ${height} of ${reserved}`);
    if (element.scrollWidth > element.clientWidth || box.scrollWidth > width) {
      higher.push(`${face} ${lang} ${width}px: wider than its box`);
    }
    clear();
    return element.localName;
  };

  let tag = '';
  for (const lang of languages) {
    for (const width of [240, 320, 640]) {
      for (const face of shown) tag = await draw(lang, width, face);
    }
  }
  // Where a step begins there is the least room for it; the fullest faces in the longest languages show it.
  for (const [from] of Object.entries(steppedReserves).find(([name]) => name === tag)?.[1] ?? []) {
    for (const lang of ['es', 'fr']) {
      for (const face of shown.filter((one) => one === 'ready' || one === 'stale')) {
        if (from > 0) await draw(lang, from, face);
      }
    }
  }
  return higher;
}

/** The height that stands in the table of reserves: on the element, or on the box beside its content. */
function reservedFor(element: Element): number {
  const onItself = parseFloat(getComputedStyle(element).minBlockSize);
  const { blockSize, marginBlockEnd } = getComputedStyle(element, '::before');
  return onItself || parseFloat(blockSize) + parseFloat(marginBlockEnd);
}

function visibleText(root: Node): string {
  return (root.textContent ?? '').replace(/\s+/g, ' ').trim();
}
