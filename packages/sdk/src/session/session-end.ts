/** Ends a session on the server, also while the page is being left; never throws. */
export async function endSession(
  base: string,
  token: string,
  fetch = globalThis.fetch,
): Promise<void> {
  await fetch(`${base}/v1/sessions`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
    keepalive: true,
  }).catch(() => undefined);
}
