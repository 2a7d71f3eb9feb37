/**
 * Stands in for nanostores in the files of the script tag: the one kind of store that a page has,
 * without the queue for stores that are made of other stores.
 */
export const atom = (value) => {
  const listeners = new Set();
  const listen = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    listen,
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) if (listeners.has(listener)) listener(value);
    },
    subscribe(listener) {
      const stop = listen(listener);
      listener(value);
      return stop;
    },
  };
};
