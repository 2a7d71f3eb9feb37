import { elementFiles } from '../src/node/files/element-files.js';
import { listen } from '../src/node/listen.js';
import { defaultProgram } from '../src/default-program.js';
import { openTrial, type TrialClinic } from '../src/trial/trial-clinic.js';

/** The policy of a page whose elements come from one other origin; nothing in it is unsafe. */
export const strictPolicy = (api: string) =>
  `default-src 'none'; script-src ${api}; style-src ${api}; connect-src ${api}; img-src data:; require-trusted-types-for 'script'; trusted-types afterglow`;

/** A page to be examined. */
export interface TrialPage {
  readonly body?: string;
  /** Left out: the stylesheet and the script with the sandbox's key. */
  readonly head?: string;
  /** Attributes of `<html>`; left out: `lang="en"`. */
  readonly root?: string;
  readonly policy?: string;
}

/** A site and an API on two ports of this machine, with a sandbox and a live clinic. */
export interface DoctorSite {
  /** Origin of the API and of the built script. */
  readonly api: string;
  readonly sandbox: TrialClinic;
  /** The site's origin is not among its own. */
  readonly live: TrialClinic;
  /** An origin at which nobody answers. */
  readonly nobody: string;
  /** The two lines that a page embeds. */
  embed(key?: string, attributes?: string): string;
  /** Puts a page on the site. */
  put(page: TrialPage): URL;
  close(): Promise<void>;
}

/** Needs `npm run build` first. */
export async function openDoctorSite(): Promise<DoctorSite> {
  const pages = new Map<string, TrialPage>();
  const site = await listen(
    (request) => answerPage(pages.get(new URL(request.url).pathname), doctorSite.embed()),
    { port: 0, what: 'the site' },
  );
  const siteOrigin = `http://localhost:${site.port}`;
  const program = { ...defaultProgram(), origins: [siteOrigin] };
  const sandbox = await openTrial({ program });
  const live = await openTrial({ beside: sandbox, sandbox: false });
  const files = await elementFiles();
  const server = await listen(
    async (request) => (await files.answer(request)) ?? sandbox.app.fetch(request),
    { port: 0, what: 'the API' },
  );
  const gone = await listen(() => new Response(), { port: 0, what: 'nobody' });
  await gone.close();
  const api = `http://localhost:${server.port}`;
  let count = 0;
  const doctorSite: DoctorSite = {
    api,
    sandbox,
    live,
    nobody: `http://localhost:${gone.port}`,
    embed: (key = sandbox.publishableKey, attributes = '') =>
      `<link rel="stylesheet" href="${api}/afterglow/1/afterglow.css">` +
      `<script type="module" src="${api}/afterglow/1/afterglow.js" data-publishable-key="${key}" ${attributes}></script>`,
    put(page) {
      const path = `/${++count}`;
      pages.set(path, page);
      return new URL(path, siteOrigin);
    },
    close: async () => {
      await site.close();
      await server.close();
    },
  };
  return doctorSite;
}

function answerPage(page: TrialPage | undefined, embed: string): Response {
  if (!page) return new Response('', { status: 404 });
  const { root = 'lang="en"', head = embed, body = '<points-balance></points-balance>' } = page;
  return new Response(
    `<!doctype html><html ${root}><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
    {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        ...(page.policy === undefined ? {} : { 'Content-Security-Policy': page.policy }),
      },
    },
  );
}
