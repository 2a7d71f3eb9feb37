import type { WordsLike } from '../internal/words.js';
import type { words as english } from './visit-preview.en.js';

/** What visit-preview says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'preview.waiting': '正在计算本次到访可获得的积分',
  'preview.choose': '选择一项护理，即可查看本次到访可获得的积分。',
  'preview.label': '本次到访可获得',
  'preview.least': '本次到访至少可获得',
  'preview.due': '使用您已有的权益后，还需支付 {money}。',
  'preview.rises': '您将升级为{tier}。',
  'preview.alone': '仅此一次即可达到{tier}。',
  'preview.missing': '到访后，距{tier}还差 {money}。',
  'preview.top': '您已是最高等级{tier}。',
  'preview.signed-out': '登录后，将按您的等级和优惠计算。',
  'preview.changed': '本次到访可获得 {amount} {points}。{tier}',
};
