import type { EventResult, EventsAnswer, Problem, SessionAnswer } from '@afterglow/contract';
import type { App } from '../../app.js';
import { testCode } from '../../phones.js';
import type { KeptClinic } from './keys-file.js';

/** The API as a till and a page use it, in this process. */
export interface DemoApi {
  /** Sends events; throws when one is refused. */
  send(events: readonly object[]): Promise<readonly EventResult[]>;
  /** Moves the sandbox's clock; where it is later already, nothing happens. */
  moveClock(at: number): Promise<void>;
  /** Signs a test phone in; who has not joined joins. */
  signIn(phone: string, joining: { firstName: string; code?: string }): Promise<SessionAnswer>;
  /** Any other call with the secret key. */
  call<Answer>(method: string, path: string, body?: object): Promise<Answer>;
}

/** Something that the API refused, which is a mistake of the demo. */
export class DemoRefused extends Error {
  override readonly name = 'DemoRefused';
  readonly code: string;
  constructor(path: string, { code, detail }: Pick<Problem, 'code' | 'detail'>) {
    super(`${path}: ${code}: ${detail}`);
    this.code = code;
  }
}

/** The API of one clinic by its keys. */
export function demoApi(app: App, keys: KeptClinic): DemoApi {
  const request = async <Answer>(key: string, method: string, path: string, body?: object) => {
    const answer = await app.request(path, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const json: unknown = answer.status === 204 ? null : await answer.json();
    if (!answer.ok) throw new DemoRefused(path, json as Problem);
    return json as Answer;
  };
  const call: DemoApi['call'] = (method, path, body) => request(keys.secretKey, method, path, body);
  const page = <Answer>(path: string, body: object) =>
    request<Answer>(keys.publishableKey, 'POST', path, body);

  return {
    call,
    async send(events) {
      const { results } = await call<EventsAnswer>('POST', '/v1/events', { events });
      const refused = results.find((result) => result.status === 'rejected');
      if (refused)
        throw new DemoRefused('/v1/events', {
          code: refused.code ?? '',
          detail: `${refused.externalId}: ${refused.detail ?? ''}`,
        });
      return results;
    },
    async moveClock(at) {
      try {
        await call('POST', '/v1/test/clock', { now: new Date(at).toISOString() });
      } catch (error) {
        if (!(error instanceof DemoRefused && error.code === 'clock_backwards')) throw error;
      }
    },
    async signIn(phone, { firstName, code }) {
      const { challengeId } = await page<{ challengeId: string }>('/v1/sessions/codes', { phone });
      return page<SessionAnswer>('/v1/sessions', {
        grant: { kind: 'code', challengeId, code: testCode },
        joining: {
          firstName,
          consents: { terms: true, shareFirstName: true },
          ...(code ? { code } : {}),
        },
        remember: 'never',
      });
    },
  };
}
