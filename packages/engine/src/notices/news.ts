import { MS_PER_DAY } from '../calendar.js';

/** How long it is news that something happened, such as a tier that was reached: a week. */
export const NEWS_MS = 7 * MS_PER_DAY;
