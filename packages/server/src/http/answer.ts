/** An answer before it is a `Response`: what is sent, and what is kept of it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where there is no body. */
  readonly body: string | null;
}

/** An answer as it leaves. */
export function responseOf({ status, headers, body }: Answer): Response {
  return new Response(body, { status, headers });
}
