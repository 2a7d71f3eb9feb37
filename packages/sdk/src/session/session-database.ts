/** The two things that the database of one clinic holds. */
export const sessionRow = 'session';
export const epochRow = 'epoch';

const table = 'kept';

/**
 * A page that the browser put aside in the middle of a transaction keeps the others waiting, in WebKit
 * for as long as it lies there (tried). Nobody should wait for a balance that long.
 */
const answersWithinMs = 5_000;

/**
 * Runs one transaction on the database of this publishable key. The key is in its name, so that
 * two clinics on one origin never meet.
 *
 * @throws what IndexedDB throws: storage denied, out of space, private windows; an `Error` when it says
 *   nothing for five seconds. What was to be written is written if it comes round after all.
 */
export function inDatabase<T>(
  factory: IDBFactory,
  key: string,
  mode: IDBTransactionMode,
  work: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    // Left to run out: to reject what is settled does nothing, and to stop it would cost each page bytes.
    setTimeout(() => reject(new Error('The database does not answer.')), answersWithinMs);
    const opening = factory.open(`afterglow:${key}`);
    opening.onupgradeneeded = () => opening.result.createObjectStore(table);
    opening.onerror = () => reject(opening.error as DOMException);
    opening.onsuccess = () => {
      const database = opening.result;
      try {
        const transaction = database.transaction(table, mode);
        const request = work(transaction.objectStore(table));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error as DOMException);
      } catch (error) {
        reject(error as DOMException);
      }
      // Closes when the transaction is over.
      database.close();
    };
  });
}
