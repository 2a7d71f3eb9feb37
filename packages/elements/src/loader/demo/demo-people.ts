/** Somebody of the demo who can sign in. */
export interface DemoPerson {
  readonly firstName: string;
  /** Of the numbers that no telephone has. */
  readonly phone: string;
}

/** Who lives in the demo. Ana is a regular, Ben is in the top tier, Dora has just joined. */
export const demoPeople = {
  ana: { firstName: 'Ana', phone: '+13125550100' },
  ben: { firstName: 'Ben', phone: '+13125550101' },
  dora: { firstName: 'Dora', phone: '+13125550103' },
  mia: { firstName: 'Mia', phone: '+13125550104' },
  lea: { firstName: 'Lea', phone: '+13125550105' },
  zoe: { firstName: 'Zoe', phone: '+13125550106' },
} as const satisfies Record<string, DemoPerson>;

/** A name by which the demo knows somebody. */
export type DemoPersonName = keyof typeof demoPeople;

/** Whether the demo knows somebody by that name. */
export const isDemoPerson = (name: string): name is DemoPersonName =>
  Object.hasOwn(demoPeople, name);
