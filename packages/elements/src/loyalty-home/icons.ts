import { html, type TemplateResult } from 'lit';
import type { ViewName } from './views.js';

/** A roof, a ticket, a calendar, and the arcs of a tier's emblem. */
const paths: Readonly<Record<ViewName, string>> = {
  home: 'm3 9 7-5 7 5v7h-5v-4H8v4H3z',
  offers: 'M3 5h14v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM8 5v10',
  appointment: 'M3 5h14v12H3zM3 9h14M7 3v4M13 3v4',
  status: 'M2 15h16M4 15a6 6 0 0 1 12 0M7 15a3 3 0 0 1 6 0',
};

/** The picture of a view, 20 px. */
export function viewIcon(view: ViewName): TemplateResult {
  return html`<svg
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${paths[view]}></path>
  </svg>`;
}
