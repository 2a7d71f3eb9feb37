import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-welcome.en.js';

/** What referral-welcome says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'welcome.waiting': '正在加载您的优惠',
  'welcome.from': '有位朋友想到了您',
  'welcome.how': '这份优惠可在 {clinic} 使用。用手机号保存，无论在哪里预约或加入都有效。',
  'welcome.phone': '手机号码',
  'welcome.keep': '保存我的优惠',
  'welcome.working': '请稍候',
  'welcome.use': '号码只用来找到您的优惠，我们不会向它发送任何内容。',
  'welcome.kept': '优惠已为号码 {hint} 保留至{day}。',
  'welcome.next': '预约或加入时使用这个号码，优惠会自动生效。',
  'welcome.book': '预约到访',
  'welcome.join': '加入会员计划',
  'welcome.other': '使用其他号码',
  'welcome.no-code': '请再次打开朋友发来的链接，即可在这里看到您的优惠。',
  'welcome.off': '目前没有面向朋友的优惠。',
  'welcome.member': '您已经是这里的会员。这份优惠只面向新朋友。',
  'welcome.yours': '这份优惠已属于您，可在您的账户中找到。',
  'welcome.phone_invalid': '这似乎不是手机号码，请检查后重试。',
  'welcome.referral_code_unknown': '这里已没有这个链接，请向朋友要一个新的。',
  'welcome.rate_limited': '尝试次数过多，请一小时后再试。',
};
