import type { Program } from '@afterglow/contract';
import { defaultProgram, type ProgramBasics } from '../default-program.js';
import { lumenTexts } from './lumen-texts.js';

/**
 * The program of Lumen Aesthetics, the example clinic: the default one in all six languages of the
 * elements. A real clinic starts with two, since each makes what every page of it loads heavier.
 */
export function lumenProgram(basics: Pick<ProgramBasics, 'site'> = {}): Program {
  return inAllLanguages(defaultProgram({ ...basics, name: 'Lumen Aesthetics' })) as Program;
}

/** The same with every text that is known by its English put in all languages. */
function inAllLanguages(value: unknown): unknown {
  if (typeof value === 'string') return spoken(value) ?? value;
  if (Array.isArray(value)) return value.map(inAllLanguages);
  if (typeof value !== 'object' || value === null) return value;

  const { en } = value as { readonly en?: unknown };
  if (typeof en === 'string') return { ...value, ...spoken(en) };
  return Object.fromEntries(
    Object.entries(value).map(([field, held]) => [field, inAllLanguages(held)]),
  );
}

const spoken = (en: string) =>
  Object.hasOwn(lumenTexts, en) ? { en, ...lumenTexts[en] } : undefined;
