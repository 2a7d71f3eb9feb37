import type { SignedIn, TestServer } from '@afterglow/testing';
import { html, render, type TemplateResult } from 'lit';
import type { GlowElement } from '../internal/base.js';
import type { Face } from '../internal/faces.js';
import '../loyalty-provider/define.js';
import { untilTrue } from './looks.js';

/** An element on a page whose provider speaks to the real server. */
export interface Served<Element extends GlowElement> {
  readonly element: Element;
  /** What is drawn, as text with single spaces; hidden text too. */
  text(): string;
  /** Waits until the element shows this face. */
  shows(face: Face): Promise<void>;
  /** Waits until the element says this. */
  says(text: string): Promise<void>;
  /** Reads the member again, as a page does that comes to the front. */
  readAgain(): Promise<void>;
  /** Leaves the page. */
  leave(): void;
}

/** Puts an element on a page of the test's clinic, where `somebody` is signed in, or nobody. */
export function serve<Element extends GlowElement>(
  server: TestServer,
  template: TemplateResult,
  somebody?: SignedIn,
): Served<Element> {
  const box = document.createElement('div');
  document.body.append(box);
  render(
    html`<loyalty-provider .means=${server.page(somebody)}>${template}</loyalty-provider>`,
    box,
  );
  const element = box.firstElementChild?.firstElementChild as Element;
  const text = () => (element.renderRoot.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    element,
    text,
    shows: (face) =>
      untilTrue(
        () => element.hasUpdated && element.state === face,
        () => `${element.state}, not ${face}`,
      ),
    says: (words) =>
      untilTrue(
        () => element.hasUpdated && text().includes(words),
        () => `“${words}” in “${element.hasUpdated ? text() : ''}”`,
      ),
    readAgain: async () => element.page?.store.revalidate(),
    leave: () => box.remove(),
  };
}
