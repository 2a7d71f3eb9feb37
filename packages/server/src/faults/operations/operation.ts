import type { World } from '../world.js';

/** Something that people, tills or servers do. */
export interface Operation {
  readonly name: string;
  /** How often it comes, against the others. */
  readonly weight: number;
  /** Comes more often in a run that has few people, who are mixed up again and again. */
  readonly mixes?: true;
  /** Comes more often in a run in which those leave, and come anew. */
  readonly leaves?: true;
  /** Nothing runs beside it, such as where the thread pool, whose order no seed decides, is waited for. */
  readonly alone?: true;
  /**
   * Sends keys, or calls whose second try finds out about the first: nothing that forgets first answers
   * runs beside it.
   */
  readonly keyed?: true;
  /** First answers are forgotten by it: more than a week passes, or a person is erased. */
  readonly forgets?: true;
  /** @returns Whether something was acknowledged; false where there was nothing to do it with. */
  run(world: World): Promise<boolean>;
}
