import type { Summary } from '@afterglow/contract';
import type { LoyaltyPage } from './page.js';
import { ResourceController, type PageHost } from './resource-controller.js';

/** What a host of a member may be given by hand. */
export interface MemberHost extends PageHost {
  /** A summary given by hand, in place of the page's. */
  summary?: Summary | undefined;
}

/** The member whose page it is. */
export class MemberController extends ResourceController<Summary, MemberHost> {
  protected override get given() {
    return this.host.summary;
  }

  protected override source(page: LoyaltyPage) {
    return page.store.$member;
  }
}
