/** The known name that somebody probably meant; undefined when none is near. */
export function nearestName(given: string, known: Iterable<string>): string | undefined {
  const most = Math.max(2, Math.floor(given.length / 4));
  let nearest: { name: string; steps: number } | undefined;
  for (const name of known) {
    const steps = stepsBetween(given, name);
    if (steps <= most && steps < (nearest?.steps ?? Infinity)) nearest = { name, steps };
  }
  return nearest?.name;
}

/** Letters to add, take away or change (Levenshtein's distance). */
function stepsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const change = (above[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      line.push(Math.min(change, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
