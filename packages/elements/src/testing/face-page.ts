import type { PublicProgram, SessionAnswer, Summary, VisitPreview } from '@afterglow/contract';
import { createPageStore, type PageStore } from '@afterglow/sdk/page-store';
import { memoryStorage } from '@afterglow/sdk/session-storage';
import type { Face } from '../internal/faces.js';
import type { LoyaltyPage } from '../internal/page.js';
import { handProgram, handSummary } from './hand-made.js';

/** What stands on the other side of the page's network; change it, then `store.revalidate()`. */
export interface FarSide {
  program: PublicProgram;
  summary: Summary;
  /** What it says of a visit to come. */
  preview?: VisitPreview | undefined;
  /** `held`: no answer comes. `refused`: each answer is a problem with the code `origin_not_allowed`. */
  mode: 'open' | 'held' | 'refused';
}

/** A page whose real store stands behind a network that is written by hand. */
export interface FacePage extends LoyaltyPage {
  readonly far: FarSide;
}

const key = 'pk_test_faces';
const base = 'https://afterglow.test';

/**
 * A page on which elements show one face and keep it: the real store, the answers made by hand.
 * For looks only; what the server does is tested with the server.
 */
export async function facePage(
  face: Face,
  given: {
    readonly program?: PublicProgram;
    readonly summary?: Summary;
    readonly preview?: VisitPreview;
    /** Nobody is signed in; for elements that show all faces to everybody. */
    readonly isNobody?: boolean;
  } = {},
): Promise<FacePage> {
  const far: FarSide = {
    program: given.program ?? handProgram(),
    summary: given.summary ?? handSummary(),
    preview: given.preview,
    mode: face === 'waiting' ? 'held' : face === 'failed' ? 'refused' : 'open',
  };
  const storage = memoryStorage();
  if (face !== 'signed-out' && !given.isNobody) {
    const { privateKey } = await crypto.subtle.generateKey(
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['sign', 'verify'],
    );
    await storage.write({ token: 'kept', privateKey, remember: 'visit' });
  }
  const network: typeof fetch = (input) =>
    answer(far, new URL(input instanceof Request ? input.url : input));
  const store = createPageStore({
    key,
    base,
    storage,
    channel: null,
    locks: null,
    fetch: network,
  });
  store.start();
  if (face === 'stale') {
    await settled(store);
    far.mode = 'refused';
    await store.revalidate();
  }
  return { store, remember: 'visit', keeps: false, fetch: network, far };
}

/** Resolves when program and member have an answer, good or bad. */
async function settled({ $program, $member }: PageStore): Promise<void> {
  for (const resource of [$program, $member]) {
    await new Promise<void>((resolve) => {
      const stop = resource.subscribe(({ state }) => {
        if (state !== 'waiting') queueMicrotask(() => (stop(), resolve()));
      });
    });
  }
}

function answer(far: FarSide, { pathname }: URL): Promise<Response> {
  if (far.mode === 'held') return new Promise(() => {});
  if (far.mode === 'refused') {
    const problem = {
      type: 'about:blank',
      title: 'This page’s origin is not registered',
      status: 403,
      code: 'origin_not_allowed',
      detail: 'Made by hand.',
      param: null,
      details: null,
      requestId: 'req_hand',
    };
    return json(problem, 403, 'application/problem+json');
  }
  if (pathname === '/v1/program') return json(far.program);
  if (pathname === '/v1/me/visit-preview') return json(far.preview);
  if (pathname === '/v1/me') return json(far.summary);
  const session: SessionAnswer = {
    session: {
      accessToken: 'held',
      expiresAt: '2999-01-01T00:00:00.000Z',
      refresh: null,
      remember: 'visit',
    },
    summary: far.summary,
    joined: false,
  };
  return json(session);
}

function json(value: unknown, status = 200, type = 'application/json'): Promise<Response> {
  return Promise.resolve(
    new Response(JSON.stringify(value), { status, headers: { 'Content-Type': type } }),
  );
}
