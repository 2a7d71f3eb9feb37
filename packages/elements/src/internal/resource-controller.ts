import type { Resource } from '@afterglow/sdk/page-store';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LoyaltyPage } from './page.js';

/** What a controller needs of the element that it serves. */
export interface PageHost extends ReactiveControllerHost {
  /** Registers who wants to know about a new page, and is told at once. */
  watchPage(listener: (page: LoyaltyPage | undefined) => void): void;
}

type Listening<T> = (listener: (resource: Resource<T>) => void) => () => void;

const waiting = { state: 'waiting', value: undefined, code: undefined } as const;

/** Keeps an element on one resource of its page's store, whichever page that is. */
export abstract class ResourceController<
  T,
  Host extends PageHost = PageHost,
> implements ReactiveController {
  /** In exactly one state; `waiting` while there is no page. */
  resource: Resource<T> = waiting;

  protected readonly host: Host;
  #page: LoyaltyPage | undefined;
  #stop: (() => void) | undefined;

  constructor(host: Host) {
    this.host = host;
    host.addController(this);
    host.watchPage((page) => {
      this.#page = page;
      this.#listen();
    });
  }

  /** Where the resource is in the store. */
  protected abstract listening(page: LoyaltyPage): Listening<T>;

  /** Needed by Lit's type of a controller; the page's listener does the work. */
  hostConnected(): void {}

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Tries again what failed; resolves when there is an answer, good or bad. */
  async retry(): Promise<void> {
    await this.#page?.store.retry();
  }

  #listen(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.resource = waiting;
    if (this.#page) {
      this.#stop = this.listening(this.#page)((resource) => {
        this.resource = resource;
        this.host.requestUpdate();
      });
    }
    this.host.requestUpdate();
  }
}
