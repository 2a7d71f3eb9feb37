/** Lines that must compile, and lines that must not, in templates of Vue and Svelte and in the DOM. */
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';
import type { GlowTags } from './tags.js';
import type {} from './svelte.js';
import type {} from './vue.js';

/** A compile error names the tags that are not in the DOM's own table. */
export const inDom: Exclude<keyof GlowTags, keyof HTMLElementTagNameMap> extends never
  ? true
  : Exclude<keyof GlowTags, keyof HTMLElementTagNameMap> = true;

export function listen(box: HTMLElement): void {
  box.addEventListener('glow-claimed', ({ rewardId }) => rewardId.length);
  box.addEventListener('glow-failed', ({ code }) => code.length);
  // @ts-expect-error -- a failure says no reward
  box.addEventListener('glow-failed', ({ rewardId }) => rewardId);
}

export const svelte: SvelteHTMLElements['reward-list'] = {
  rows: 4,
  headingLevel: 2,
  'onglow-claimed': ({ voucherId }) => voucherId.length,
};

export const wrongSvelte: SvelteHTMLElements['points-balance'] = {
  // @ts-expect-error -- it would be the text "false", which switches it on
  'no-expiry': false,
};

type VueProps<Tag extends keyof GlowTags> = InstanceType<GlobalComponents[Tag]>['$props'];

export const vue: VueProps<'reward-list'> = {
  rows: 4,
  headingLevel: '2',
  class: 'wide',
  onGlowClaimed: ({ voucherId }) => voucherId.length,
};

export const wrongVue: VueProps<'reward-list'> = {
  // @ts-expect-error -- a number
  rows: true,
};

export const wrongVueToo: VueProps<'points-balance'> = {
  // @ts-expect-error -- as an attribute it would be the text "false", which switches it on
  noExpiry: false,
};
