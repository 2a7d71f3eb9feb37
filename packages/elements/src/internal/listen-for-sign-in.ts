import { GlowSignInRequestEvent } from './life-events.js';

let listening = false;

/**
 * Leads every `glow-sign-in-request` that nobody canceled to the page's `member-sign-in`, or opens
 * one in a dialog. It listens on the window, after all listeners of the page had their say.
 */
export function listenForSignIn(): void {
  if (listening) return;
  listening = true;
  window.addEventListener(GlowSignInRequestEvent.type, (event) => {
    const from = event.composedPath()[0];
    if (event.defaultPrevented || !(from instanceof Element)) return;
    void import('./sign-in-request.js').then(({ leadToSignIn }) => leadToSignIn(from));
  });
}
