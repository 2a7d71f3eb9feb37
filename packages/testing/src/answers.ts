import {
  errors,
  isErrorCode,
  routes,
  schemas,
  type Problem,
  type RouteName,
} from '@afterglow/contract';

/** The server answered what the contract does not allow: a fault of ours, never of a test. */
export class ContractBrokenError extends Error {
  override readonly name = 'ContractBrokenError';
}

const patterns = Object.entries(routes).map(([name, { method, path }]) => ({
  name: name as RouteName,
  method: method.toUpperCase(),
  pattern: new RegExp(`^/v1/${path.replace(/:\w+/g, '[^/]+')}$`),
}));

/** The route of a request; undefined for an address that the contract does not know. */
export function routeOf(method: string, pathname: string): RouteName | undefined {
  return patterns.find((one) => one.method === method && one.pattern.test(pathname))?.name;
}

/**
 * Holds an answer against the contract: the schema of its route, or the shape and catalogue of
 * problems.
 *
 * @throws ContractBrokenError that names the place, not the value.
 */
export async function checkAnswer(request: Request, answer: Response): Promise<void> {
  const { pathname } = new URL(request.url);
  const what = `${request.method} ${pathname} (${answer.status})`;
  if (!answer.headers.get('request-id')) broken(what, 'has no Request-Id');
  if (answer.status === 304) return;
  // A clinic's logo, the one answer that is no JSON.
  if (answer.ok && answer.headers.get('content-type')?.startsWith('image/')) return;

  const text = await answer.clone().text();
  const value: unknown = text === '' ? null : JSON.parse(text);
  if (!answer.ok) return checkProblem(what, answer, value as Problem);

  const name = routeOf(request.method, pathname);
  if (!name) return;
  const result = schemas[name].answer.safeParse(value);
  const issue = result.error?.issues[0];
  if (issue) broken(what, `has a wrong value at ${issue.path.join('.')}: ${issue.message}`);
  const expected = 'status' in routes[name] ? routes[name].status : 200;
  if (answer.status !== expected) broken(what, `should have the status ${expected}`);
  if (routes[name].personal && answer.headers.get('cache-control') !== 'no-store') {
    broken(what, 'is about a person and lacks Cache-Control: no-store');
  }
}

function checkProblem(what: string, answer: Response, problem: Problem): void {
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) {
    broken(what, 'is no application/problem+json');
  }
  if (!isErrorCode(problem.code))
    broken(what, `has the code ${problem.code}, not of the catalogue`);
  else if (errors[problem.code].status !== answer.status) {
    broken(what, `should have the status ${errors[problem.code].status} for ${problem.code}`);
  }
  if (!problem.detail) broken(what, 'has no detail');
}

function broken(what: string, fault: string): never {
  throw new ContractBrokenError(`The answer to ${what} ${fault}`);
}
