/** Draws a line around boxes of the page, and follows them however the page moves. */
export class Outline {
  readonly #layer: HTMLElement;
  #marked: readonly Element[] = [];
  #drawn = '';
  #isFollowing = false;

  /** @param layer - A box over the whole window that no pointer meets. */
  constructor(layer: HTMLElement) {
    this.#layer = layer;
  }

  /** Marks these alone. */
  mark(elements: readonly Element[]): void {
    this.#marked = elements;
    if (!this.#isFollowing) this.#follow();
  }

  /** Looks at each frame while something is marked: no event tells that what stands above grew. */
  readonly #follow = () => {
    const boxes = this.#marked.map(boxOf).filter(({ width, height }) => width + height > 0);
    const drawn = JSON.stringify(boxes);
    if (drawn !== this.#drawn) this.#layer.replaceChildren(...boxes.map(lineAround));
    this.#drawn = drawn;
    this.#isFollowing = this.#marked.length > 0;
    if (this.#isFollowing) requestAnimationFrame(this.#follow);
  };
}

/** Where something is drawn in the window, in px. */
type Box = Readonly<Record<'left' | 'top' | 'width' | 'height', number>>;

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

function lineAround(box: Box): HTMLElement {
  const line = document.createElement('div');
  for (const [name, px] of Object.entries(box)) line.style.setProperty(name, `${px}px`);
  return line;
}
