/** How long a page, a file or the API may take to answer. */
export const patienceMs = 15_000;
