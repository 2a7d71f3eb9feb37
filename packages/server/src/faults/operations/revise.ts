import { postRevision } from '../post.js';
import type { SentVisit, World } from '../world.js';
import type { Operation } from './operation.js';
import { memberOf, visitData, withCard, type VisitTold } from './sell.js';

/** A till edits a receipt: other prices, other goods. What was refunded stays below each price. */
export const revise: Operation = {
  name: 'revise',
  weight: 8,
  async run(world) {
    const { chance } = world;
    const visit = chance.pickAny(world.visits);
    if (!visit) return false;
    return postRevision(world, visit, { data: editedData(visit, world) });
  },
};

/** A till edits a receipt that was another person's, which may be on its way still. */
export const move: Operation = {
  name: 'move to another person',
  weight: 4,
  mixes: true,
  async run(world) {
    const { chance } = world;
    const visit = chance.pickAny(world.visits);
    const person = chance.pickAny(world.people);
    if (!visit || !person) return false;
    const data = withCard(visit.event.data as VisitTold, person);
    return postRevision(world, visit, { member: memberOf(person, chance), data });
  },
};

interface Data {
  readonly lines: readonly { readonly lineId: string; readonly price: { amount: number } }[];
}

/** New goods on as many lines as before, none cheaper than what was refunded of it so far. */
function editedData(visit: SentVisit, { chance }: World): Data {
  const before = visit.event.data as Data;
  const drawn: Data = visitData(chance, before.lines.length);
  const refunded = new Map(
    before.lines.map(({ lineId, price }) => [lineId, price.amount - (visit.left.get(lineId) ?? 0)]),
  );
  const lines = drawn.lines.map((line, index) => {
    const least = refunded.get(line.lineId) ?? 0;
    // With a refund on it a line stays as it is: an older revision may arrive after the refund.
    if (least > 0) return before.lines[index] ?? line;
    const left = visit.left.get(line.lineId) ?? 0;
    visit.left.set(line.lineId, Math.min(left, line.price.amount));
    return line;
  });
  return { ...drawn, lines };
}
