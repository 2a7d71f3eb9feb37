import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, before, beforeEach, test } from 'node:test';
import { elementFiles, listen, type Listener } from '@afterglow/server/node';
import { createTestServer, phones, type TestServer } from '@afterglow/testing';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, untilFace, type Watched } from '../../clinic-site/e2e/browser.js';
import { startPageCache, type PageCache } from './page-cache.js';
import { wordpressParts, type WordPressParts } from './programs.js';
import { startWordPress, type WordPress } from './site.js';

const identityPath = '/wp-json/afterglow/v1/identity';

/** People of the site: each has a user of WordPress, and is a member of the clinic. */
const people = {
  ana: { name: 'Anastasia Quill', phone: phones.ana, visit: 400_000 },
  ben: { name: 'Benedict Oakes', phone: phones.ben, visit: 90_000 },
} as const;
type Person = keyof typeof people;

if (wordpressParts) testPlugin(wordpressParts);
else console.log('No WordPress here with PHP and MariaDB: the plugin is not tested in one.');

function testPlugin(parts: WordPressParts): void {
  let clinic: TestServer;
  let api: Listener;
  let cache: PageCache;
  let wordpress: WordPress;
  let browser: Browser;
  /** What each sees as their balance. */
  const balances = new Map<Person, string>();

  before(async () => {
    clinic = await createTestServer({ now: Date.now() });
    const files = await elementFiles();
    api = await listen(async (asked) => (await files.answer(asked)) ?? answered(asked), {
      port: 0,
      what: 'the API',
    });
    cache = await startPageCache();
    [wordpress, browser] = await Promise.all([
      startWordPress(parts, {
        address: cache.address,
        config: `define('AFTERGLOW_IDENTITY_KEY', '${clinic.keys.identity}');`,
      }),
      openBrowser(),
    ]);
    cache.lead(wordpress.inside);
    wordpress.run(
      `require_once 'wp-admin/includes/plugin.php';
       activate_plugin('afterglow/afterglow.php');
       update_option('afterglow', array('key' => $argv[1], 'api' => $argv[2]));`,
      clinic.keys.publishable,
      `http://localhost:${api.port}`,
    );
    for (const person of ['ana', 'ben'] as const) await settle(person);
    publish('about', ['<p>About us</p>']);
    publish('rewards', [
      '[afterglow element="member-sign-in"]',
      '[afterglow element="points-balance" no-worth heading-level="2"]',
      '<!-- wp:afterglow/element {"element":"tier-badge","settings":{"open":"true"}} /-->',
    ]);
  });

  // Tokens say when they were made, by the clock of this machine.
  beforeEach(() => clinic.clock.set(Date.now()));

  after(async () => {
    await browser?.close();
    await wordpress?.stop();
    await cache?.close();
    await api?.close();
  });

  /** The clinic's server behind a real address. */
  async function answered(asked: Request): Promise<Response> {
    const { pathname, search } = new URL(asked.url);
    const { method, headers } = asked;
    const body = method === 'POST' ? await asked.text() : null;
    return clinic.fetch(clinic.base + pathname + search, { method, headers, body });
  }

  /** A user of the site who is a member with points. The toolbar, which has a name in it, is off. */
  async function settle(person: Person): Promise<void> {
    const { name, phone, visit } = people[person];
    const user = wordpress.run<number>(
      `echo json_encode(wp_insert_user(array(
        'user_login' => $argv[1], 'user_pass' => 'password of ' . $argv[1], 'display_name' => $argv[2],
        'user_email' => $argv[1] . '@mail.example', 'role' => 'subscriber',
        'show_admin_bar_front' => 'false')));`,
      person,
      name,
    );
    const { memberId } = await clinic.signIn(phone);
    await clinic.till.visit(phone, { amount: visit });
    const member = await clinic.backend.members.update(memberId, {
      addAliases: [{ source: 'wordpress', externalId: String(user) }],
    });
    balances.set(person, member.points.toLocaleString('en'));
  }

  /** A page of the site; answers its path. */
  function publish(slug: string, parts: readonly string[]): string {
    wordpress.run(
      `wp_insert_post(array('post_type' => 'page', 'post_status' => 'publish', 'post_name' => $argv[1],
        'post_title' => $argv[1], 'post_content' => $argv[2]));`,
      slug,
      parts.join('\n\n'),
    );
    return `/${slug}/`;
  }

  /** A page as WordPress itself draws it, past the cache. */
  async function drawn(path: string, cookie = ''): Promise<string> {
    const headers = { cookie, host: new URL(cache.address).host };
    const [answer] = (await once(get(wordpress.inside + path, { headers }), 'response')) as [
      IncomingMessage,
    ];
    assert.equal(answer.statusCode, 200, path);
    return text(answer);
  }

  /** Signs in by WordPress's own form. */
  async function signInAtSite(page: Page, user: string, password: string): Promise<void> {
    // Not to the administration, which is the slowest page that there is.
    await page.goto(`${cache.address}/wp-login.php?redirect_to=/about/`);
    await page.locator('#user_login').fill(user);
    await page.locator('#user_pass').fill(password);
    await page.locator('#wp-submit').click();
    await page.waitForURL(/about/);
  }

  /** A browser of its own, in which somebody is signed in at the site. */
  async function visitor(person?: Person): Promise<Watched> {
    const watched = await openPage(browser, { width: 390, silent: true });
    if (person) await signInAtSite(watched.page, person, `password of ${person}`);
    watched.faults.length = 0;
    return watched;
  }

  async function cookiesOf({ page }: Watched): Promise<string> {
    const cookies = await page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  const balanceOn = async ({ page }: Watched) => {
    await untilFace(page, 'points-balance', 'ready');
    return page.locator('points-balance [part~="amount"]').innerText();
  };

  test('one kept page shows each who is signed in at the site their own balance, and a stranger none', async () => {
    const [ana, ben, stranger] = await Promise.all([visitor('ana'), visitor('ben'), visitor()]);
    const hits = cache.hits;

    await ana.page.goto(`${cache.address}/rewards/`);
    await ben.page.goto(`${cache.address}/rewards/`);
    await stranger.page.goto(`${cache.address}/rewards/`);

    assert.notEqual(balances.get('ana'), balances.get('ben'));
    assert.equal(await balanceOn(ana), balances.get('ana'));
    assert.equal(await balanceOn(ben), balances.get('ben'));
    await untilFace(ben.page, 'tier-badge', 'ready');
    await untilFace(stranger.page, 'points-balance', 'signed-out');
    await untilFace(stranger.page, 'tier-badge', 'signed-out');
    assert.equal(cache.hits, hits + 2);
    for (const { page, faults, layoutShift } of [ana, ben, stranger]) {
      assert.deepEqual(faults, []);
      assert.equal(await layoutShift(), 0);
      await page.context().close();
    }
  });

  test('who signs out of the site is signed out on the kept page', async () => {
    const ana = await visitor('ana');
    await ana.page.goto(`${cache.address}/rewards/`);
    await balanceOn(ana);

    await ana.page.goto(`${cache.address}/wp-login.php?action=logout`);
    await ana.page.getByRole('link').filter({ hasText: 'log out' }).click();
    await ana.page.goto(`${cache.address}/rewards/`);

    await untilFace(ana.page, 'points-balance', 'signed-out');
    await ana.page.context().close();
  });

  test('the page is the same for everybody, but for what the theme itself says of a sign-in', async () => {
    const ana = await visitor('ana');

    const hers = await drawn('/rewards/', await cookiesOf(ana));
    const strangers = await drawn('/rewards/');

    assert.match(hers, /<body class="[^"]*\blogged-in\b/);
    assert.equal(hers.replace(' logged-in', ''), strangers);
    assert.doesNotMatch(strangers, /nonce|PRIVATE KEY|Anastasia|\bana\b|mem_/i);
    await ana.page.context().close();
  });

  test('the script and the stylesheet stand in the head, once, where there is an element', async () => {
    const withElements = await drawn('/rewards/');
    const without = await drawn('/about/');

    const [head = ''] = withElements.split('</head>');
    assert.equal(withElements.match(/afterglow\.js/g)?.length, 1);
    assert.match(
      head,
      /<link rel="stylesheet" href="http:\/\/localhost:\d+\/afterglow\/1\/afterglow\.css">/,
    );
    assert.match(
      head,
      /<script type="module" src="http:\/\/localhost:\d+\/afterglow\/1\/afterglow\.js" data-publishable-key="pk_test_\w+" data-lang="en-US" data-identity-url="\/wp-json\/afterglow\/v1\/identity"><\/script>/,
    );
    assert.ok(!without.includes('afterglow'));
  });

  test('the route answers a token to a page of the site, and nothing that another site could read', async () => {
    const ana = await visitor('ana');
    const cookie = await cookiesOf(ana);
    const ask = async (headers: Readonly<Record<string, string>>) => {
      const address = cache.address + identityPath;
      const answer = await fetch(address, { method: 'POST', headers });
      return { answer, text: await answer.text() };
    };

    const own = await ask({ cookie, origin: cache.address });
    const nobody = await ask({ origin: cache.address });
    const forged = await ask({
      cookie: cookie.replace(/%7C\d+%7C/g, '%7C9999999999%7C'),
      origin: cache.address,
    });
    const others = await Promise.all([
      ask({ cookie, origin: 'https://evil.example' }),
      ask({ cookie, origin: 'null' }),
      ask({ cookie }),
      ask({ cookie, origin: cache.address, 'sec-fetch-site': 'same-site' }),
    ]);

    assert.equal(own.answer.status, 200);
    assert.match(own.text, /^[\w-]+\.[\w-]+\.[\w-]{86}$/);
    assert.match(own.answer.headers.get('content-type') ?? '', /^text\/plain/);
    assert.deepEqual(
      [nobody, forged].map(({ answer }) => answer.status),
      [204, 204],
    );
    assert.deepEqual(
      others.map(({ answer }) => answer.status),
      [403, 403, 403, 403],
    );
    for (const { answer, text } of [own, nobody, forged, ...others]) {
      assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
      assert.equal(answer.headers.get('access-control-allow-credentials'), null);
      if (text !== own.text) assert.equal(text, '');
    }
    await ana.page.context().close();
  });

  test('a shortcode places what the elements have, and nothing else', async () => {
    const html = await drawn(
      publish('shortcodes', [
        '[afterglow]',
        '[afterglow element="tier-badge" open="no" onclick="alert(1)" style="x" heading-level=\'3"x\']',
        '[afterglow element="script" src="https://evil.example"]',
        '[afterglow element="book-button" href="https://book.example/?a=1&b=2" id="book"]',
      ]),
    );

    assert.deepEqual(
      html.match(/<[a-z]+-[a-z]+[ >].*?<\/[a-z]+-[a-z]+>|<script src="https:\/\/evil/g),
      [
        '<points-balance></points-balance>',
        '<tier-badge heading-level="3&quot;x"></tier-badge>',
        '<book-button href="https://book.example/?a=1&amp;b=2" id="book"></book-button>',
      ],
    );
  });

  test('an author picks an element in the editor, sets it, and finds it on the page', async () => {
    const { page, faults } = await openPage(browser, { width: 1280 });
    await signInAtSite(page, 'owner', 'owner-of-lumen');
    await page.goto(`${cache.address}/wp-admin/post-new.php?post_type=page`);
    await page.getByRole('button', { name: 'Close dialog' }).click();
    await page.getByRole('textbox', { name: 'Add title' }).fill('Status');

    await page.getByRole('button', { name: 'Toggle block inserter' }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('loyalty');
    await page.getByRole('option', { name: 'Afterglow' }).click();
    await page.getByLabel('Element', { exact: true }).selectOption({ label: 'Tier progress' });
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByLabel('no-risk').check();
    await page.getByLabel('heading-level').fill('2');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const panel = page.getByRole('region', { name: 'Editor publish' });
    await panel.getByRole('button', { name: 'Publish', exact: true }).click();
    await panel.getByText('is now live').waitFor();

    const html = await drawn('/status/');
    assert.ok(html.includes('<tier-progress no-risk heading-level="2"></tier-progress>'));
    // The administration asks hosts of WordPress for pictures, which a test may not reach.
    const ours = faults.filter((fault) => !/net::ERR_/.test(fault));
    assert.deepEqual(ours, []);
    await page.context().close();
  });

  test('whoever looks after the site sets it up on a page that never shows the identity key', async () => {
    const { page } = await openPage(browser);
    await signInAtSite(page, 'owner', 'owner-of-lumen');
    await page.goto(`${cache.address}/wp-admin/options-general.php?page=afterglow`);

    await page.getByLabel('Publishable key').fill('sk_test_0123456789');
    await page.getByLabel('Load it on pages').check();
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByText('That is a secret key').waitFor();
    assert.equal(await page.getByLabel('Publishable key').inputValue(), clinic.keys.publishable);
    assert.match(await page.locator('form').innerText(), /Set\. Who is signed in at this site/);
    assert.doesNotMatch(await page.content(), /BEGIN|PRIVATE KEY/);
    assert.ok((await drawn('/about/')).includes('/afterglow.js'));
    await page.context().close();
  });

  test('a subscriber may not see the settings', async () => {
    const ben = await visitor('ben');

    const answer = await ben.page.goto(
      `${cache.address}/wp-admin/options-general.php?page=afterglow`,
    );

    assert.equal(answer?.status(), 403);
    await ben.page.context().close();
  });

  test('PHP says nothing of the plugin the whole time', () => {
    assert.deepEqual(wordpress.faults(), []);
  });
}
