import type { WordsLike } from '../internal/words.js';
import type { words as english } from './membership-credit.en.js';

/** What membership-credit says in Chinese, simplified. */
export const words: WordsLike<typeof english> = {
  'credit.title': '您的余额',
  'credit.waiting': '正在加载您的余额',
  'credit.signed-out': '登录后即可查看您的余额。',
  'credit.empty': '您目前没有余额。',
  'credit.usable': '可在到访时使用',
  'credit.next': '{day}将再存入 {money}',
  'credit.paused': '已暂停。已存入的余额在各自到期日前仍可使用。',
  'credit.ended': '已结束。已存入的余额在各自到期日前仍可使用。',
  'credit.below-zero': '一次更正使您的余额低于零。',
  'credit.until': '请于 {day}（含当日）前使用',
  'credit.no-end': '没有到期日',
  'credit.all': '显示全部 {count} 笔',
  'credit.terms': '{plan} 的条款',
  'credit.rolls': { other: '每月 {money}。每月的余额可使用 {count} 个月。' },
  'credit.plan': '每月 {price}，每月存入 {money} 余额。',
  'credit.perk': '每季度：{perk}。',
  'credit.visits-left': { other: '再到访 {count} 次即可加入。' },
  'credit.may-join': '您下次到访时即可加入。',
  'credit.changed': '您现在的余额为 {money}。',
};
