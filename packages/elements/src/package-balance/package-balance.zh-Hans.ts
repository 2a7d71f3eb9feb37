import type { WordsLike } from '../internal/words.js';
import type { words as english } from './package-balance.en.js';

/** What package-balance says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'packages.title': '您的套餐',
  'packages.waiting': '正在加载您的套餐',
  'packages.signed-out': '登录后可查看剩余次数。',
  'packages.empty': '您目前没有套餐。购买后会自动显示在这里。',
  'packages.left': '剩余 {count} 次，共 {total} 次',
  'packages.none': '没有剩余次数',
  'packages.none-left': '全部 {total} 次已用完',
  'packages.until': '有效期至{day}',
  'packages.no-end': '长期有效',
  'packages.expired': '已于{day}到期',
  'packages.book': '预约',
  'packages.book-with': '使用 {name} 预约',
  'packages.all': '显示全部 {count} 个',
  'packages.changed': '您的套餐 {name} 有变化：{left}。',
};
