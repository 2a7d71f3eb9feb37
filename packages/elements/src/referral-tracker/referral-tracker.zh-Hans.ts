import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-tracker.en.js';

/** What referral-tracker says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'tracker.title': '您的朋友',
  'tracker.waiting': '正在加载您的朋友',
  'tracker.signed-out': '登录后可查看您的链接带来的奖励。',
  'tracker.empty': '还没有朋友通过您的链接加入。每份奖励的进度会显示在这里。',
  'tracker.off': '诊所目前没有推荐优惠。',
  'tracker.pending': '{amount} {points}即将到账',
  'tracker.rewards': '{count} 份奖励即将到账',
  'tracker.friend': '一位朋友',
  'tracker.since': '{month}加入',
  'tracker.invited': '{month}保留了您的优惠',
  'tracker.joined': '朋友首次到访后，您将获得奖励。',
  'tracker.booked': '首次到访已预约，之后您将获得奖励。',
  'tracker.completed': '您的奖励即将于{day}到账。',
  'tracker.thanks': '谢谢您。这位朋友不再带来更多奖励。',
  'tracker.released': '您的奖励已到账。',
  'tracker.expired': '领取奖励的期限已过。',
  'tracker.held': '诊所正在核对，之后奖励才会发出。',
  'tracker.rejected': '这位朋友没有奖励，原因可以询问诊所。',
  'tracker.all': '显示全部 {count} 位',
  'tracker.more': '显示更多',
  'tracker.more-failed': '其余内容无法加载，请稍后重试。',
  'tracker.changed': '{friend}：{status}',
};
