import { fileURLToPath } from 'node:url';
import { buildSite, testAccount } from '../../clinic-site/e2e/account.js';

testAccount((demo) => buildSite(demo, fileURLToPath(new URL('../', import.meta.url))));
