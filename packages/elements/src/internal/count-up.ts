/** How long a figure takes from its old value to its new one. */
const countMs = 400;

/** How long the difference stands beside the figure. */
const deltaMs = 3000;

/**
 * Counts from one whole number to another, a step for each frame; without motion in one step.
 *
 * @param draw - Called with each step; the last call says that the change is no news any more.
 * @returns Stops it, wherever it is.
 */
export function countUp(
  from: number,
  to: number,
  draw: (shown: number, isNews: boolean) => void,
): () => void {
  let frame = 0;
  // A page that is not painted gets no frames; the figure must be right all the same.
  const landing = setTimeout(() => {
    cancelAnimationFrame(frame);
    draw(to, true);
  }, 2 * countMs);
  const oldNews = setTimeout(() => draw(to, false), deltaMs);

  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    draw(to, true);
  } else {
    const start = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - start) / countMs));
      const eased = 1 - (1 - part) ** 3;
      draw(Math.round(from + (to - from) * eased), true);
      if (part < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  }
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(landing);
    clearTimeout(oldNews);
  };
}
