import '@afterglow/elements/loyalty-provider/define';
import '@afterglow/elements/member-sign-in/define';
import '@afterglow/elements/points-balance/define';
import '@afterglow/elements/referral-link/define';
