import type { Store, Transaction } from '../ports.js';

/** Carries what a preview found out of the transaction that is rolled back. */
class Previewed<Found> extends Error {
  override readonly name = 'Previewed';
  readonly found: Found;

  constructor(found: Found) {
    super('a preview is rolled back');
    this.found = found;
  }
}

/**
 * Does work in a transaction and answers what it found. A preview does the same and takes it back, so
 * it says what happens.
 */
export async function doOrPreview<Found>(
  store: Store,
  preview: boolean,
  work: (tx: Transaction) => Promise<Found>,
): Promise<Found> {
  try {
    return await store.transaction(async (tx) => {
      const found = await work(tx);
      if (preview) throw new Previewed(found);
      return found;
    });
  } catch (error) {
    if (error instanceof Previewed) return (error as Previewed<Found>).found;
    throw error;
  }
}
