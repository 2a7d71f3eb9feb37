import type { World } from '../world.js';

/** Something that people, tills or servers do. */
export interface Operation {
  readonly name: string;
  /** How often it comes, against the others. */
  readonly weight: number;
  /** Nothing runs beside it, such as where the thread pool, whose order no seed decides, is waited for. */
  readonly alone?: true;
  run(world: World): Promise<void>;
}
