/** Registers every element; the provider first, since others wait for it. */
import './loyalty-provider/define.js';
import './book-button/define.js';
import './earn-list/define.js';
import './member-card/define.js';
import './member-sign-in/define.js';
import './membership-credit/define.js';
import './package-balance/define.js';
import './points-balance/define.js';
import './points-history/define.js';
import './referral-link/define.js';
import './referral-tracker/define.js';
import './referral-welcome/define.js';
import './reward-list/define.js';
import './savings-calculator/define.js';
import './tier-badge/define.js';
import './tier-progress/define.js';
import './visit-preview/define.js';
