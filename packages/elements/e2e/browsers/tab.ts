/** A tab of a browser, in the few verbs that every driver's protocol has. */
export interface Tab {
  /** Goes to an address, and waits until the page has loaded. */
  open(url: string): Promise<void>;
  /**
   * Goes back by one in what the tab has seen. A script in the page must not: it answers nobody when
   * its page is left, and chromedriver then runs it once more, on the page before.
   */
  back(): Promise<void>;
  /** The value of an expression in the page, as JSON has it; waits for a promise. */
  ask(expression: string): Promise<unknown>;
  /** Keys and pointer, as WebDriver's actions say them. */
  act(sources: readonly object[]): Promise<void>;
  /** Comes to the front, as when somebody chooses the tab. */
  show(): Promise<void>;
}

/** A browser in which nobody was before: nothing is stored, nobody is signed in. */
export interface Visit {
  /** One more tab, in front of the others. */
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** A browser that has been started. */
export interface StartedBrowser {
  /** As it says itself, such as `153.8.0`. */
  readonly version: string;
  visit(): Promise<Visit>;
  close(): Promise<void>;
}

/** A driver refused a command. */
export class DriverError extends Error {
  override readonly name = 'DriverError';

  /** @param answer - What the driver said, in its own words. */
  constructor(command: string, answer: unknown) {
    super(`${command}: ${JSON.stringify(answer)}`);
  }
}

/** Longer than any command of a journey takes, in milliseconds: a driver that hangs fails its journey. */
export const commandMs = 30_000;

/** How wide and high a page is, in px, where a browser may be made that narrow. */
export const phone = { width: 390, height: 800 } as const;
