/** What book-button says in English. */
export const words = {
  'book.label': 'Book a visit',
  'book.waiting': 'Loading the way to booking',
  'book.none': 'No online booking',
  'book.failed': 'Not loaded. Try again',
  'book.copy': 'Copy the booking link',
  'book.copied': 'Copied',
  'book.not-copied': 'It could not be copied. The link is selected, so that you can copy it.',
} as const;
