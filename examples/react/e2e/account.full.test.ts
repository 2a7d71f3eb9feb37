import { startSite, testAccount } from '../../clinic-site/e2e/account.js';

// Its development server: strict mode and faults of hydration are in React's development build only.
testAccount((demo) => startSite(demo, ['examples/react/server.mjs']));
