import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { Event } from './event.js';

const visit = (change: Record<string, unknown> = {}, data: Record<string, unknown> = {}) => ({
  type: 'visit.completed',
  source: 'till',
  externalId: 'R-1001',
  occurredAt: '2026-11-21T15:30:00.000Z',
  member: { source: 'till', externalId: 'C-77', phone: '+13125550100', firstName: 'Ana' },
  data: {
    lines: [{ lineId: '1', kind: 'treatment', price: { amount: 40_000, currency: 'USD' } }],
    ...data,
  },
  ...change,
});

const pathsAtFault = (value: unknown) => {
  const result = z.safeParse(Event, value);
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'));
};

test('revision and quantity are 1 when left out', () => {
  const event = z.parse(Event, visit());

  assert.equal(event.revision, 1);
  assert.ok(event.type === 'visit.completed');
  assert.equal(event.data.lines[0]?.quantity, 1);
});

test('unknown fields are dropped, not refused', () => {
  const event = z.parse(Event, visit({ diagnosis: 'x' }, { notes: 'y' }));

  assert.equal('diagnosis' in event, false);
  assert.equal('notes' in event.data!, false);
});

const refused: { why: string; value: unknown; path: string }[] = [
  { why: 'an unknown type', value: visit({ type: 'visit.dreamt' }), path: 'type' },
  { why: 'no source', value: visit({ source: undefined }), path: 'source' },
  { why: 'no lines', value: visit({}, { lines: [] }), path: 'data.lines' },
  {
    why: 'a day that does not exist',
    value: visit({ occurredOn: '2026-02-30' }),
    path: 'occurredOn',
  },
  {
    why: 'a fractional amount',
    value: visit(
      {},
      {
        lines: [{ lineId: '1', kind: 'treatment', price: { amount: 0.5, currency: 'USD' } }],
      },
    ),
    path: 'data.lines.0.price.amount',
  },
  {
    why: 'a negative amount',
    value: visit(
      {},
      {
        lines: [{ lineId: '1', kind: 'treatment', price: { amount: -5, currency: 'USD' } }],
      },
    ),
    path: 'data.lines.0.price.amount',
  },
  {
    why: 'a kind of line that nobody knows',
    value: visit(
      {},
      {
        lines: [{ lineId: '1', kind: 'surgery', price: { amount: 5, currency: 'USD' } }],
      },
    ),
    path: 'data.lines.0.kind',
  },
  { why: 'a revision of zero', value: visit({ revision: 0 }), path: 'revision' },
];

for (const { why, value, path } of refused) {
  test(`refuses ${why} and names the field`, () => {
    assert.deepEqual(pathsAtFault(value), [path]);
  });
}
