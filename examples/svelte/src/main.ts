import '@afterglow/elements/earn-list/define';
import '@afterglow/elements/loyalty-provider/define';
import '@afterglow/elements/member-sign-in/define';
import '@afterglow/elements/points-balance/define';
import '@afterglow/elements/reward-list/define';
import '@afterglow/elements/tier-progress/define';
import type {} from '@afterglow/elements/svelte';
import { mount } from 'svelte';
import App from './app.svelte';

const target = document.querySelector('#app');
if (!target) throw new ReferenceError('This page has no #app.');

mount(App, { target });
