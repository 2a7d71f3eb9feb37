import type { Summary } from '@afterglow/contract';
import type { LoyaltyPage } from './page.js';
import { ResourceController, type PageHost } from './resource-controller.js';

/** What a host of a member may be given by hand. */
export interface MemberHost extends PageHost {
  /** A summary given by hand, in place of the page's. */
  summary?: Summary | undefined;
}

/** The member whose page it is: `value` is what to show, `resource` says how it stands. */
export class MemberController extends ResourceController<Summary, MemberHost> {
  /** The summary to show, by hand or of the page; undefined while there is none. */
  get value(): Summary | undefined {
    return this.host.summary ?? this.resource.value;
  }

  /** What holds, a summary given by hand being ready always. */
  get state() {
    return this.host.summary ? 'ready' : this.resource.state;
  }

  /** Why it failed or is stale. */
  get code() {
    return this.state === 'ready' ? undefined : this.resource.code;
  }

  protected override listening(page: LoyaltyPage) {
    return page.store.$member.subscribe.bind(page.store.$member);
  }
}
