import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { Joining, Program, VisitData } from '@afterglow/contract';
import { firstFault } from './issues.js';

const { brand, clinic, site } = Program.shape;
const joining = { consents: { terms: true } };
const png = `data:image/png;base64,iVBORw0KGgo${'A'.repeat(44_001)}`;

const cases: readonly (readonly [says: string, schema: z.ZodMiniType, body: unknown])[] = [
  ['color must be a color such as #b4552d.', brand, { color: 'red' }],
  [
    'timeZone must be a time zone such as America/Chicago.',
    z.pick(clinic, { timeZone: true }),
    { timeZone: 'America Chicago' },
  ],
  [
    'url must be a link that begins with https://, mailto:, tel: or sms:.',
    z.pick(site, { url: true }),
    { url: 'lumen.example' },
  ],
  [
    'code must be eight digits and capitals, without I, L, O and U.',
    Joining,
    { ...joining, code: 'GLOWGIRL' },
  ],
  ['firstName is empty; at least one character is needed.', Joining, { ...joining, firstName: '' }],
  ['firstName has more characters than 200.', Joining, { ...joining, firstName: 'a'.repeat(201) }],
  [
    'lines is empty; at least one entry is needed.',
    z.pick(VisitData, { lines: true }),
    { lines: [] },
  ],
  ['logo is larger than 32 KiB.', brand, { color: '#b4552d', logo: png }],
  [
    'logo must be an SVG, PNG, JPEG or WebP as it lies in its file, written data:image/png;base64,… after its kind.',
    brand,
    { color: '#b4552d', logo: '<svg/>' },
  ],
];

for (const [says, schema, body] of cases)
  test(`says how a value has to be: ${says}`, () => {
    const { error } = z.safeParse(schema, body);

    assert.equal(firstFault(error?.issues ?? [], body).detail, says);
  });
