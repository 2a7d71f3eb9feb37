/** Everything that goes wrong in a run, in words for the printed table. */
export const faultKinds = {
  requestLost: 'a request is lost on its way to the server',
  answerLost: 'the answer is lost after the commit, and the caller tries again',
  duplicate: 'a request arrives twice, one after the other',
  duplicateAtOnce: 'a request arrives twice at the same time',
  atOnce: 'different requests arrive at the same time',
  reordered: 'an event arrives after one that was sent later',
  late: 'an event arrives days or months after it happened',
  crashBeforeCommit: 'a server dies with a transaction open',
  crashAfterCommit: 'a server dies between a commit and the answer',
  crashAfterDecision: 'a server dies between the commit of a claim or the like and its answer',
  conflict: 'a transaction meets another one and is run again',
  storeFailed: 'the store refuses a transaction',
  commitUnknown: 'the connection breaks at a commit that was carried out',
  twoSchedulers: 'two servers settle what fell due at the same time',
  clockDays: 'the clock jumps by days',
  clockMonths: 'the clock jumps by months',
} as const satisfies Record<string, string>;

/** The name of a kind of fault. */
export type FaultKind = keyof typeof faultKinds;

/** How often each kind was taken. */
export type FaultCounts = Record<FaultKind, number>;

/** Nothing went wrong yet. */
export function noFaults(): FaultCounts {
  return Object.fromEntries(Object.keys(faultKinds).map((kind) => [kind, 0])) as FaultCounts;
}

/** Adds a table to another one with the same rows. */
export function addCounts<Kind extends string>(
  to: Record<Kind, number>,
  more: Readonly<Record<Kind, number>>,
): void {
  for (const kind of Object.keys(to) as Kind[]) to[kind] += more[kind];
}
