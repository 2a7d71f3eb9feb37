import type { WordsLike } from '../internal/words.js';
import type { words as english } from './loyalty-home.en.js';

/** What loyalty-home says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'home.waiting': '正在加载您的会员权益',
  'home.nav': '您的会员权益',
  'home.home': '首页',
  'home.offers': '优惠',
  'home.appointment': '预约',
  'home.status': '等级',
  'home.hello': '{name}，很高兴见到您',
  'home.hello-unnamed': '很高兴见到您',
  'home.since': '{year} 年加入',
  'home.visit': '选择适合您的时间，所得奖励会在到访后自动到账。',
  'home.invite': '每次到访，都有回馈',
  'home.invite-why': '日常到访即可积分，更有专属于您的优惠。',
};
