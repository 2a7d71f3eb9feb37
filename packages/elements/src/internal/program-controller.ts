import type { PublicProgram } from '@afterglow/contract';
import type { LoyaltyPage } from './page.js';
import { ResourceController, type PageHost } from './resource-controller.js';

/** What a host of a program may be given by hand. */
export interface ProgramHost extends PageHost {
  /** A program given by hand, in place of the page's. */
  program?: PublicProgram | undefined;
}

/** The clinic's program: `value` is what to show, `resource` says how it stands. */
export class ProgramController extends ResourceController<PublicProgram, ProgramHost> {
  /** The program to show, by hand or of the page; undefined while there is none. */
  get value(): PublicProgram | undefined {
    return this.host.program ?? this.resource.value;
  }

  /** What holds, a program given by hand being ready always. */
  get state() {
    return this.host.program ? 'ready' : this.resource.state;
  }

  /** Why it failed or is stale. */
  get code() {
    return this.state === 'ready' ? undefined : this.resource.code;
  }

  protected override listening(page: LoyaltyPage) {
    return page.store.$program.subscribe.bind(page.store.$program);
  }
}
