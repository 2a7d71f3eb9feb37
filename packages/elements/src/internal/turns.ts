/** How many act at one go, and how many in each frame after it. */
const atOnce = 40;
const inFrame = 20;

/**
 * Lets the first forty who ask at one go act at once, and some of the others in each frame after it,
 * so that a page with very many elements has time for a tap in between.
 *
 * @returns Asks for a turn; answers a promise where it is a later one.
 */
export function turns(): (act: () => void) => Promise<void> | undefined {
  let asked = 0;
  let frame: Promise<unknown> = Promise.resolve();

  return (act) => {
    if (!asked++) setTimeout(() => (asked = 0));
    if (asked <= atOnce) return void act();
    if (asked % inFrame === 1) frame = frame.then(() => new Promise(requestAnimationFrame));
    return frame.then(act);
  };
}
