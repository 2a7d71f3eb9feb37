import type { World } from '../world.js';

/** Something that people, tills or servers do. */
export interface Operation {
  readonly name: string;
  /** How often it comes, against the others. */
  readonly weight: number;
  /** Nothing runs beside it, such as where the thread pool, whose order no seed decides, is waited for. */
  readonly alone?: true;
  /**
   * Sends keys or calls whose second try finds out about the first: no days may pass meanwhile, since a
   * key is forgotten after a week.
   */
  readonly keyed?: true;
  /** Days pass. */
  readonly jumps?: true;
  /** @returns Whether something was acknowledged; false where there was nothing to do it with. */
  run(world: World): Promise<boolean>;
}
