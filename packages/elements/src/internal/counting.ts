import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * A figure that counts from old to new, once, when it changes; the first value is simply there.
 * Without motion it jumps, and the difference is shown all the same. What moves it is loaded at the
 * first change, since most pages never see one.
 */
export class CountingController implements ReactiveController {
  /** The figure to draw now; whole. */
  shown: number | undefined;
  /** What the last change added or took; 0 when it is old news. */
  delta = 0;

  readonly #host: ReactiveControllerHost & Element;
  #target: number | undefined;
  #turn = 0;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Sets the value.
   *
   * @returns What it changed by; 0 for the first value and for the same one.
   */
  set(value: number): number {
    const before = this.#target;
    this.#target = value;
    if (before === undefined) this.shown = value;
    if (before === undefined || before === value) return 0;

    this.delta = value - before;
    const from = this.shown ?? before;
    this.#end();
    void this.#count(from, value);
    return this.delta;
  }

  /** Forgets the value: the next one is a first one. For another member on the same element. */
  reset(): void {
    this.hostDisconnected();
    this.#target = undefined;
    this.shown = undefined;
  }

  hostDisconnected(): void {
    this.#end();
    this.shown = this.#target;
    this.delta = 0;
  }

  async #count(from: number, to: number): Promise<void> {
    const turn = this.#turn;
    const draw = (shown: number, isNews: boolean) => {
      this.shown = shown;
      if (!isNews) this.delta = 0;
      this.#host.requestUpdate();
    };
    try {
      const { countUp } = await import('./count-up.js');
      if (turn === this.#turn) this.#stop = countUp(from, to, draw);
    } catch {
      // Without the network it jumps.
      if (turn === this.#turn) draw(to, false);
    }
  }

  #end(): void {
    this.#turn += 1;
    this.#stop?.();
    this.#stop = undefined;
  }
}
