import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a figure takes from its old value to its new one. */
const countMs = 400;

/** How long the difference stands beside the figure. */
const deltaMs = 3000;

/**
 * A figure that counts from old to new, once, when it changes; the first value is simply there.
 * Without motion it jumps, and the difference is shown all the same.
 */
export class CountingController implements ReactiveController {
  /** The figure to draw now; whole. */
  shown: number | undefined;
  /** What the last change added or took; 0 when it is old news. */
  delta = 0;

  readonly #host: ReactiveControllerHost & Element;
  #target: number | undefined;
  #frame = 0;
  #end: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    if (before === undefined || before === value) {
      if (before === undefined) this.shown = value;
      return 0;
    }
    this.delta = value - before;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.delta = 0;
      this.#host.requestUpdate();
    }, deltaMs);
    this.#count(this.shown ?? before, value);
    return this.delta;
  }

  /** Forgets the value: the next one is a first one. For another member on the same element. */
  reset(): void {
    this.hostDisconnected();
    this.#target = undefined;
    this.shown = undefined;
    this.delta = 0;
  }

  hostDisconnected(): void {
    this.#stop();
    clearTimeout(this.#timer);
    this.shown = this.#target;
    this.delta = 0;
  }

  #count(from: number, to: number): void {
    this.#stop();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.shown = to;
      return;
    }
    const start = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - start) / countMs));
      const eased = 1 - (1 - part) ** 3;
      this.shown = Math.round(from + (to - from) * eased);
      this.#host.requestUpdate();
      if (part < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
    // A page that is not painted gets no frames; the figure must be right all the same.
    this.#end = setTimeout(() => {
      cancelAnimationFrame(this.#frame);
      this.shown = to;
      this.#host.requestUpdate();
    }, 2 * countMs);
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#end);
  }
}
