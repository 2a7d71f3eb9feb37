// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../book-button/define.js';
import { BookButtonElement } from '../book-button/book-button.js';
import { wrap } from './wrap.js';

/**
 * The way to the clinic's booking page, with the friend's code and the offer attached.
 *
 * A link of the page's own in it is what one presses, and works before this code is here:
 * `<book-button><a href="…">Book</a></book-button>`. Any other content is the text of the button.
 */
export const BookButton = wrap('book-button', BookButtonElement, [
  'glow-book',
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
