/**
 * Whether a page's address asks for the inspector. Core looks for the same words before it loads
 * anything for it, and only in a sandbox.
 */
export const isInspectorAsked = ({ search }: Location): boolean =>
  new URLSearchParams(search).has('glow-inspect');
