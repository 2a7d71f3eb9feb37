/**
 * Puts into one chunk what the first paint of any element needs: everything that `core` imports,
 * directly or not. Left to itself, rollup makes a chunk for each set of elements that share a module,
 * and a page would wait for a dozen files.
 */
export function coreChunk(core) {
  let reachable;
  return (id, { getModuleInfo }) => {
    reachable ??= reach(core, getModuleInfo);
    return reachable.has(id) ? 'core' : undefined;
  };
}

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
