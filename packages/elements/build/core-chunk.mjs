/**
 * Puts into one chunk what the first paint of any element needs: everything that `core` imports,
 * directly or not. Left to itself, rollup makes a chunk for each set of elements that share a module,
 * and a page would wait for a dozen files.
 */
export function coreChunk(core) {
  let reachable;
  return (id, { getModuleInfo }) => {
    if (providerOnly.test(id)) return 'loyalty-provider';
    reachable ??= reach(core, getModuleInfo);
    return reachable.has(id) ? 'core' : undefined;
  };
}

/** Reached from core by way of an index, used by the provider alone. */
const providerOnly =
  /@lit[\\/]context[\\/].*(?:context-provider|context-request-event|value-notifier)\.js$|loyalty-provider[\\/]/;

function reach(from, getModuleInfo) {
  const seen = new Set();
  const queue = [from];
  while (queue.length > 0) {
    const id = queue.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
}
