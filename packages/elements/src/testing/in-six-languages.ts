import { lumenProgram } from '@afterglow/testing';
import { clinicTexts } from './clinic-texts.js';

type Said = Readonly<Record<string, string>>;

/**
 * The same program or member with every text of the clinic in all six languages, so that a story shows
 * an Arabic reader an Arabic page. A text is known by its English; what it says already stays.
 */
export function inSixLanguages<Given>(given: Given): Given {
  return spoken(given, known()) as Given;
}

let all: ReadonlyMap<string, Said> | undefined;

/** By their English: what the example clinic's program says, and what is made by hand beside it. */
const known = (): ReadonlyMap<string, Said> =>
  (all ??= new Map(
    [...clinicTexts, ...textsIn(lumenProgram())].map((text) => [text['en'] ?? '', text]),
  ));

/** Fields that hold a text of the clinic; a word elsewhere, such as the kind of a grant, is none. */
const textFields = /^(?:name|terms|friendOffer|ownerOffer|shareText)$/;

function spoken(given: unknown, texts: ReadonlyMap<string, Said>, field = ''): unknown {
  if (typeof given === 'string') return (textFields.test(field) && texts.get(given)) || given;
  if (Array.isArray(given)) return given.map((one) => spoken(one, texts));
  if (!isRecord(given)) return given;
  if (isText(given)) return { ...texts.get(given['en']), ...given };
  return Object.fromEntries(
    Object.entries(given).map(([name, held]) => [name, spoken(held, texts, name)]),
  );
}

/** Every text that is said in more languages than one, wherever it stands. */
function textsIn(value: unknown): Said[] {
  if (!isRecord(value)) return [];
  if (isText(value)) return [value];
  return Object.values(value).flatMap(textsIn);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isText = (value: Record<string, unknown>): value is Said & { en: string } =>
  typeof value['en'] === 'string';
