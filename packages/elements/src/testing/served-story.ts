import type { Program } from '@afterglow/contract';
import { createTestServer, lumenProgram, type SignedIn, type TestServer } from '@afterglow/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Face } from '../internal/faces.js';
import '../loyalty-provider/define.js';

/** What a story on the real server has at hand when it is played. */
export interface ServedPlay {
  readonly server: TestServer;
  /** The first element in the provider. */
  readonly element: HTMLElement;
}

/** A journey on the real server, as far as the story shows it. */
export interface ServedStory {
  /** Which faces are there at the end, by tag. */
  readonly shows: Readonly<Record<string, Face>>;
  /** The part of the page that stands in the provider. */
  readonly content: TemplateResult;
  /** What it changes of the example clinic's program, which speaks all languages. */
  readonly program?: (usual: Program) => Program;
  /** Width of the column in px; 390 when left out. */
  readonly width?: number;
  readonly lang?: string;
  /** What happened before the page was opened; answers who is signed in on it. */
  readonly before?: (server: TestServer) => Promise<SignedIn | undefined>;
  /** What somebody does on the page. */
  readonly play?: (at: ServedPlay) => Promise<void>;
}

const branded = (usual: Program): Program => ({
  ...usual,
  brand: { color: '#2b5a4c', surface: '#faf7f1' },
});

/** A story of a page whose provider speaks to the real server of the test kit. */
export function servedStory(given: ServedStory): StoryObj {
  return {
    args: { width: given.width ?? 390 },
    parameters: { shows: given.shows },
    loaders: [
      async () => {
        const server = await createTestServer({
          // A sign-in counts the seconds until another code by the browser's own clock.
          now: Date.now(),
          program: (given.program ?? branded)(lumenProgram()),
        });
        const means = server.page(await given.before?.(server));
        return { server, means };
      },
    ],
    render: ({ width }, { loaded }) => {
      const box = (element?: Element) =>
        (element as HTMLElement | undefined)?.style.setProperty('max-inline-size', `${width}px`);
      const means = loaded['means'] as ReturnType<TestServer['page']>;
      return html`<div lang=${given.lang ?? document.documentElement.lang} ${ref(box)}>
        <loyalty-provider publishable-key=${means.key} .means=${means}>
          ${given.content}
        </loyalty-provider>
      </div>`;
    },
    play: async ({ canvasElement, loaded }) => {
      const element = canvasElement.querySelector('loyalty-provider')?.firstElementChild;
      await given.play?.({
        server: loaded['server'] as TestServer,
        element: element as HTMLElement,
      });
    },
  };
}
