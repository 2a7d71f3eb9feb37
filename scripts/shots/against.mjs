import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the earlier pictures lie in a folder of shots, so that it can be sent as one. */
const EARLIER = 'before';

/**
 * Compares pictures with those of an earlier run, byte by byte, and keeps the earlier one of each that
 * changed.
 *
 * @param shots - What was taken into `out`.
 * @param earlier - The folder of the earlier run.
 * @returns Each shot with `change`: `same`, `changed` (then with `before`, the earlier file) or `new`.
 */
export function compare(shots, { out, earlier }) {
  return shots.map((shot) => {
    const old = join(earlier, shot.file);
    if (!existsSync(old)) return { ...shot, change: 'new' };
    if (readFileSync(old).equals(readFileSync(join(out, shot.file)))) {
      return { ...shot, change: 'same' };
    }

    const before = `${EARLIER}/${shot.file}`;
    mkdirSync(dirname(join(out, before)), { recursive: true });
    cpSync(old, join(out, before));
    return { ...shot, change: 'changed', before };
  });
}
