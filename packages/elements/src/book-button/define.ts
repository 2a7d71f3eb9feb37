import { register } from '../internal/register.js';
import { BookButtonElement } from './book-button.js';

register('book-button', BookButtonElement);

export type { BookButtonElement } from './book-button.js';
