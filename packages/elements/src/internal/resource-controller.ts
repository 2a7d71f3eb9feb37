import type { Resource } from '@afterglow/sdk/page-store';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LoyaltyPage } from './page.js';

/** What a controller needs of the element that it serves. */
export interface PageHost extends ReactiveControllerHost {
  /** Registers who wants to know about a new page, and is told at once. */
  watchPage(listener: (page: LoyaltyPage | undefined) => void): void;
}

/** One resource of a store, now and whenever it changes. */
interface Source<T> {
  subscribe(listener: (resource: Resource<T>) => void): () => void;
}

const waiting = { state: 'waiting', value: undefined, code: undefined } as const;

/**
 * Keeps an element on one resource of its page's store, whichever page that is; `waiting` while there
 * is none. A value given by hand stands before the page's, and is ready always.
 */
export abstract class ResourceController<
  T,
  Host extends PageHost = PageHost,
> implements ReactiveController {
  protected readonly host: Host;
  #resource: Resource<T> = waiting;
  #stop: (() => void) | undefined;

  constructor(host: Host) {
    this.host = host;
    host.addController(this);
    host.watchPage((page) => this.#listen(page && this.source(page)));
  }

  /** What to show; undefined while there is nothing. */
  get value(): T | undefined {
    return this.given ?? this.#resource.value;
  }

  /** How it stands. */
  get state(): Resource<T>['state'] {
    return this.given ? 'ready' : this.#resource.state;
  }

  /** Why it failed or is stale. */
  get code(): string | undefined {
    return this.given ? undefined : this.#resource.code;
  }

  /** The value that the host was given by hand. */
  protected abstract get given(): T | undefined;

  /** Where the resource is in the store. */
  protected abstract source(page: LoyaltyPage): Source<T>;

  hostDisconnected(): void {
    this.#listen(undefined);
  }

  #listen(source: Source<T> | undefined): void {
    this.#stop?.();
    this.#resource = waiting;
    this.#stop = source?.subscribe((resource) => {
      this.#resource = resource;
      this.host.requestUpdate();
    });
  }
}
