/** Draws a line around boxes of the page, and follows them while the page moves. */
export class Outline {
  readonly #layer: HTMLElement;
  #marked: readonly Element[] = [];
  #isWaiting = false;

  /** @param layer - A box over the whole window that no pointer meets. */
  constructor(layer: HTMLElement) {
    this.#layer = layer;
    const moved = () => this.#draw();
    addEventListener('resize', moved);
    document.addEventListener('scroll', moved, { capture: true, passive: true });
    new ResizeObserver(moved).observe(document.documentElement);
  }

  /** Marks these alone. */
  mark(elements: readonly Element[]): void {
    this.#marked = elements;
    this.#draw();
  }

  #draw(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#layer.replaceChildren(...this.#marked.flatMap(lineAround));
    });
  }
}

/** None where nothing of it is drawn. */
function lineAround(element: Element): readonly HTMLElement[] {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width + height === 0) return [];
  const line = document.createElement('div');
  const sizes = { left, top, width, height };
  for (const [name, px] of Object.entries(sizes)) line.style.setProperty(name, `${px}px`);
  return [line];
}
