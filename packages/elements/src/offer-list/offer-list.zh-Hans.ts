import type { WordsLike } from '../internal/words.js';
import type { words as english } from './offer-list.en.js';

/** What offer-list says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'offers.title': '您的优惠',
  'offers.waiting': '正在加载您的优惠',
  'offers.signed-out': '登录后可查看您的优惠。',
  'offers.empty': '您目前没有优惠。有新优惠时会自动显示在这里。',
  'offers.off': '优惠',
  'offers.gift-card': '礼品卡',
  'offers.minimum': '满 {money} 可用',
  'offers.until': '{day}前有效',
  'offers.soon': { other: '{day}前有效，还剩 {count} 天' },
  'offers.today': '今天是最后一天',
  'offers.no-end': '长期有效',
  'offers.book': '预约',
  'offers.book-with': '预约并使用{name}',
  'offers.all': '查看全部 {count} 项',
  'offers.new': '您有一项新优惠：{name}。',
};
