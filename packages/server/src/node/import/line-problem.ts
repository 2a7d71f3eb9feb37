/** The files of an export that have lines of their own to be taken. */
export type ExportFile = 'receipts' | 'bookings' | 'cancellations' | 'no-shows' | 'people';

/** A line that could not be taken, and why, in words for the clinic. */
export interface LineProblem {
  readonly file: ExportFile;
  readonly line: number;
  readonly receipt?: string | undefined;
  readonly reason: string;
}
