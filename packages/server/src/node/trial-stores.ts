import type { Store } from '../ports.js';
import { createMemoryStore } from '../stores/memory/memory-store.js';
import { openStore } from './open-store.js';
import { trialEngines } from './trial-databases.js';
import type { Ending } from './trial-databases.js';

/** Every kind of store that is here, each opened empty for its user and closed after it. */
export function trialStores(): readonly {
  readonly name: string;
  open(user: Ending): Promise<Store>;
}[] {
  const memory = { name: 'memory', open: async () => Promise.resolve(createMemoryStore()) };
  const databases = trialEngines().map(({ name, create }) => ({
    name,
    open: async (user: Ending) => {
      const store = await openStore(await create(user));
      user.after(() => store.close());
      return store;
    },
  }));
  return [memory, ...databases];
}
