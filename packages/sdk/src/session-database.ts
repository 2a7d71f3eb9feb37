/** The two things that the database of one clinic holds. */
export const sessionRow = 'session';
export const epochRow = 'epoch';

const table = 'kept';

/**
 * Runs one transaction on the database of this publishable key. The key is in its name, so that
 * two clinics on one origin never meet.
 *
 * @throws what IndexedDB throws: storage denied, out of space, private windows.
 */
export function inDatabase<T>(
  factory: IDBFactory,
  key: string,
  mode: IDBTransactionMode,
  work: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
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
