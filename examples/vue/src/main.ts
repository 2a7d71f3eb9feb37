import '@afterglow/elements/earn-list/define';
import '@afterglow/elements/loyalty-provider/define';
import '@afterglow/elements/member-sign-in/define';
import '@afterglow/elements/points-balance/define';
import '@afterglow/elements/reward-list/define';
import '@afterglow/elements/tier-progress/define';
import type {} from '@afterglow/elements/vue';
import { createApp } from 'vue';
import App from './app.vue';

createApp(App).mount('#app');
