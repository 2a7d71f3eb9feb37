import type { WordsLike } from '../internal/words.js';
import type { words as english } from './points-balance.en.js';

/** What points-balance says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'points.waiting': '正在加载您的积分',
  'points.signed-out': '登录后可查看您的积分。',
  'points.worth': '价值 {money}',
  'points.lapse': '{amount} 将于{day}到期',
  'points.kept': '只要您继续到访，积分会一直保留。',
  'points.empty': '下次到访后，积分会自动到账。',
  'points.below-zero': '一次更正使您的余额低于零，下次到访后会回升。',
  'points.changed': '您现在有 {amount} {points}。',
};
