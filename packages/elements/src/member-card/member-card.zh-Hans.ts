import type { WordsLike } from '../internal/words.js';
import type { words as english } from './member-card.en.js';

/** What member-card says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'card.title': '您的会员卡',
  'card.waiting': '正在加载您的会员卡',
  'card.signed-out': '登录后可查看您的会员卡。',
  'card.since': '{year} 年加入',
  'card.vip': 'VIP 会员',
  'card.show': '到访时在前台出示，本次到访会自动计入。',
  'card.image': '会员号码的二维码',
  'card.number': '会员号码',
  'card.failed': '二维码无法显示，使用号码同样有效。',
};
