import type { PublicProgram } from '@afterglow/contract';
import type { LoyaltyPage } from './page.js';
import { ResourceController, type PageHost } from './resource-controller.js';

/** What a host of a program may be given by hand. */
export interface ProgramHost extends PageHost {
  /** A program given by hand, in place of the page's. */
  program?: PublicProgram | undefined;
}

/** The program of the clinic whose page it is. */
export class ProgramController extends ResourceController<PublicProgram, ProgramHost> {
  protected override get given() {
    return this.host.program;
  }

  protected override source(page: LoyaltyPage) {
    return page.store.$program;
  }
}
