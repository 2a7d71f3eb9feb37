import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, type TestContext } from 'node:test';
import { createTestServer, type TestServer } from '@afterglow/testing';
import { codeWordsOf, pages, root, samplesOf, taught, type Sample } from './markdown.js';
import { typeFaults } from './type-check.js';

const scratch = new URL('../node_modules/.cache/docs-samples/', import.meta.url);
const samples = taught.flatMap(samplesOf);
const of = (...languages: string[]) =>
  samples.filter(({ language }) => languages.includes(language));

/** What a sample says in place of a reader's own values. */
function filled(text: string, { keys, base }: TestServer): string {
  return text
    .replaceAll(/pk_(?:test|live)_…/g, keys.publishable)
    .replaceAll(/sk_(?:test|live)_…/g, keys.secret)
    .replaceAll('$AFTERGLOW_SECRET_KEY', keys.secret)
    .replaceAll('http://localhost:4600', base);
}

const fileOf = ({ at }: Sample) => new URL(`${at.replace(/\W+/g, '-')}.mts`, scratch);

const isOnlyImports = ({ text }: Sample) =>
  text
    .trim()
    .split('\n')
    .every((line) => /^import (?:type \{\} from )?'[^']+';$/.test(line));

/** Pieces that need a browser; their types are checked. */
const isForPages = ({ use }: Sample) => use === 'page';

test('every sample is of a kind that is tested here, or plain text', () => {
  // `sh` is looked at in commands.test.ts too, `html` and `css` in elements.test.ts, and what
  // belongs to a framework in frameworks.test.ts.
  const kinds = ['js', 'ts', 'sh', 'http', 'json', 'html', 'css', 'tsx', 'vue', 'svelte', ''];

  assert.deepEqual(
    samples.filter(({ language }) => !kinds.includes(language)).map(({ at }) => at),
    [],
  );
  assert.ok(samples.length > 30);
});

test('the TypeScript samples have no type faults', async (t) => {
  const typed = of('ts');
  await mkdir(scratch, { recursive: true });
  const files = typed.map(fileOf).map((url) => fileURLToPath(url));
  for (const [index, file] of files.entries()) await writeFile(file, typed[index]?.text ?? '');
  t.after(() => Promise.all(files.map((file) => rm(file, { force: true }))));

  assert.ok(typed.length > 3);
  assert.deepEqual(typeFaults(files), []);
});

for (const sample of of('js', 'ts').filter((one) => !isForPages(one))) {
  if (isOnlyImports(sample)) {
    test(`the imports of ${sample.at} lead somewhere`, () => {
      for (const [, name = ''] of sample.text.matchAll(/'([^']+)'/g)) {
        assert.ok(existsSync(fileURLToPath(import.meta.resolve(name))), name);
      }
    });
  } else {
    test(`${sample.at} runs and says something`, (t) => runsAndSays(sample, t));
  }
}

async function runsAndSays(sample: Sample, t: TestContext): Promise<void> {
  const server = await createTestServer({ now: Date.now() });
  if (sample.page === 'README.md') await server.people.ana();
  const said: unknown[][] = [];
  t.mock.method(globalThis, 'fetch', server.fetch);
  t.mock.method(console, 'log', (...words: unknown[]) => said.push(words));
  process.env['AFTERGLOW_SECRET_KEY'] = server.keys.secret;
  process.env['AFTERGLOW_IDENTITY_KEY'] = server.keys.identity;
  const file = new URL(`run-${fileURLToPath(fileOf(sample)).split(/[\\/]/).at(-1) ?? ''}`, scratch);
  await mkdir(scratch, { recursive: true });
  await writeFile(file, filled(sample.text, server));
  t.after(() => rm(file));

  await import(file.href);

  assert.ok(said.length > 0);
  for (const words of said) {
    for (const word of words) assert.ok(word !== undefined && word !== null, String(words));
  }
}

/** A `curl` of a shell block as a request. */
function requestOf(command: string): { url: string; init: RequestInit } {
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
  const headers: Record<string, string> = {};
  let [url, method, body]: (string | undefined)[] = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === 'curl' || word === '-s') continue;
    if (word === '-X') method = words.shift();
    else if (word === '-d') body = words.shift();
    else if (word === '-H') {
      const [name = '', value = ''] = (words.shift() ?? '').split(/:\s*/);
      headers[name] = value;
    } else if (url === undefined) url = word;
    else throw new RangeError(`this test does not know what "${word}" means to curl`);
  }
  assert.ok(url, 'a curl names an address');
  method ??= body === undefined ? 'GET' : 'POST';
  return { url, init: { method, headers, ...(body === undefined ? {} : { body }) } };
}

test('the curl commands of the README do what it says', async () => {
  const server = await createTestServer();
  const ana = await server.signIn('+13125550100', { joining: { firstName: 'Ana' } });
  await server.till.sellPackage(ana.phone, 'FACIAL5');
  const before = (await ana.client.me.summary()).points.balance;
  const curls = of('sh')
    .filter(({ page }) => page === 'README.md')
    .flatMap(({ text }) => text.replaceAll('\\\n', ' ').split(/^(?=curl )/m))
    .filter((text) => text.startsWith('curl '));
  const run = async (command: string) => {
    const { url, init } = requestOf(filled(command, server));
    const answer = await server.fetch(url, init);
    assert.equal(answer.status, 200, command);
    return (await answer.json()) as unknown;
  };
  assert.equal(curls.length, 2);

  const sent = (await run(curls[0] ?? '')) as Awaited<
    ReturnType<typeof server.backend.events.send>
  >;
  const [result] = (sent as unknown as { results: typeof sent }).results;
  assert.equal(result?.status, 'applied');
  assert.deepEqual(result.warnings, []);
  const amounts = result.entries.map(({ asset, amount }) => [asset.replace(/:.*/, ''), amount]);
  assert.deepEqual(amounts.sort(), [
    ['points', 336],
    ['sessions', -1],
  ]);
  const seen = await ana.client.me.summary();
  assert.equal(seen.points.balance, before + 336);

  await run(curls[1] ?? '');
  const later = await server.signIn(ana.phone);
  assert.equal(later.answer.summary.points.balance, 0);
  const causes = [];
  for await (const { cause } of later.client.me.entries()) causes.push(cause.kind);
  assert.ok(causes.includes('lapse'), 'GET /v1/me/entries says that the points lapsed');
});

test('the requests of the guides are those of the contract', async () => {
  const { routes } = await import('@afterglow/contract/routes');
  const server = await createTestServer();

  for (const { at, text } of of('http')) {
    const [head = '', ...rest] = filled(text, server).split('\n\n');
    const [line = '', ...fields] = head.trim().split('\n');
    const [method = '', address = ''] = line.split(' ');
    const body = rest.join('\n\n').trim();
    const route = Object.values(routes).find(
      (one) => one.method === method.toLowerCase() && `/v1/${one.path}` === address,
    );
    assert.ok(route, `${at}: ${line}`);
    if (body === '') continue;

    const headers = fields.map((field): [string, string] => {
      const [name = '', value = ''] = field.split(': ');
      return [name, value];
    });
    const answer = await server.fetch(server.base + address, { method, headers, body });
    assert.ok(answer.ok, `${at}: ${String(answer.status)} ${await answer.clone().text()}`);
  }
});

test('the events of the guides are taken in their order, and none of their fields is dropped', async () => {
  const server = await createTestServer();
  const events = of('json').filter(({ page }) => page === 'docs/guides/events.md');

  assert.ok(events.length >= 2);
  for (const { at, text } of events) {
    const [result] = await server.backend.events.send([JSON.parse(text) as never]);
    assert.equal(result?.status, 'applied', at);
    assert.deepEqual(result.warnings, [], at);
  }
});

test('the problem in the guide to errors is what the server answers', async () => {
  const server = await createTestServer();
  const [shown] = of('json').filter(({ page }) => page === 'docs/guides/errors.md');

  const answer = await server.fetch(`${server.base}/v1/events`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${server.keys.secret}`,
      'Content-Type': 'application/json',
    },
    body: '{',
  });

  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.deepEqual(
    { ...((await answer.json()) as object), requestId: 'req_…' },
    JSON.parse(shown?.text ?? ''),
  );
});

test('the bill of the guide is quoted for the person of the events', async () => {
  const server = await createTestServer();
  const [visit] = of('json').filter(({ page }) => page === 'docs/guides/events.md');
  await server.backend.events.send([JSON.parse(visit?.text ?? '') as never]);
  const bills = of('json').filter(({ page }) => page === 'docs/guides/checkout.md');

  assert.equal(bills.length, 1);
  for (const { text } of bills) {
    const quote = await server.backend.checkout.quote(JSON.parse(text) as never);
    assert.ok(quote.points.count > 0);
  }
});

test('every entry of a package that a page names can be imported', () => {
  const named = pages().flatMap((page) =>
    codeWordsOf(page)
      .filter((word) => /^@afterglow\/[a-z-]+(?:\/[a-z./-]+)?$/.test(word))
      .map((name) => ({ page, name })),
  );

  assert.ok(named.length > 10);
  for (const { page, name } of named) {
    const file = fileURLToPath(import.meta.resolve(name));
    // Only the build makes the stylesheet; that the package exports it is known by now.
    assert.ok(name.endsWith('.css') || existsSync(file), `${page}: ${name}`);
  }
});

test('no page shows JSON that is not looked at', () => {
  const looked = ['events', 'errors', 'checkout', 'clinics'].map(
    (name) => `docs/guides/${name}.md`,
  );

  assert.deepEqual(
    of('json').filter(({ page }) => !looked.includes(page)),
    [],
  );
  assert.ok(existsSync(join(root, 'docs/guides/events.md')));
});
