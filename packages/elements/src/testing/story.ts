import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { faces, type Face } from '../internal/faces.js';
import { facePage } from './face-page.js';
import { handProgram, handSummary } from './hand-made.js';
import { inSixLanguages } from './in-six-languages.js';
import { stand, type Surroundings } from './stand.js';

type Given = NonNullable<Parameters<typeof facePage>[1]>;

/** A story's arguments, as the controls of Storybook show them. */
export interface FaceArgs {
  readonly face: Face;
  /** Width of the column in px. */
  readonly width: number;
}

/**
 * The parts of a story file that every element with six faces has. Take them apart where they are
 * made: Storybook reads `export const X = parts.story(…)` as a story of another format.
 */
export interface FaceStories {
  readonly meta: Meta<FaceArgs>;
  /** A story that shows one face; `parameters.shows` says which, for the test of all stories. */
  story(face: Face, given?: Given, surroundings?: Surroundings): StoryObj<FaceArgs>;
}

/**
 * Stories of an element on a page that keeps one face.
 *
 * @param tag - The element's tag; also the story's title.
 * @param template - The element as a page writes it.
 * @param givenFor - The member and the program where the face needs others than the usual.
 */
export function faceStories(
  tag: string,
  template: () => TemplateResult,
  givenFor: (face: Face) => Given = () => ({}),
): FaceStories {
  const place = (page: Awaited<ReturnType<typeof facePage>>, surroundings: Surroundings) => {
    const box = stand(page, template(), surroundings);
    // The type of the clinic's page, in place of the plain one that tests measure with.
    box.style.removeProperty('font-family');
    return html`${box}`;
  };

  return {
    meta: {
      title: `Patients/${tag}`,
      component: tag,
      argTypes: {
        face: { control: 'select', options: [...faces] },
        width: { control: { type: 'range', min: 240, max: 960, step: 10 } },
      },
      args: { width: 390 },
    },
    story: (face, given, surroundings = {}) => ({
      args: { face },
      parameters: { shows: { [tag]: face } },
      loaders: [
        async ({ args }) => ({
          page: await facePage(args.face, spokenByClinic(given ?? givenFor(args.face))),
        }),
      ],
      render: ({ width }, { loaded }) =>
        place(loaded['page'] as Awaited<ReturnType<typeof facePage>>, { width, ...surroundings }),
    }),
  };
}

/** What a face shows, by a clinic that speaks the language of whoever looks. */
const spokenByClinic = ({ program = handProgram(), summary = handSummary(), ...more }: Given) =>
  inSixLanguages({ program, summary, ...more });
