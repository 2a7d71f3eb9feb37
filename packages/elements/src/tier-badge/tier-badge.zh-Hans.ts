import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-badge.en.js';

/** What tier-badge says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'tier.waiting': '正在加载您的等级',
  'tier.signed-out': '查看您的等级',
  'tier.failed': '未能加载，重试',
  'tier.none': '暂无等级',
  'tier.open': '{tier}，您的等级。查看权益',
  'tier.unlocks': '{tier} 权益',
  'tier.unlocks-nothing': '每位会员都从这里开始，每次到访都计入下一等级。',
  'tier.missing': '再消费 {money} 即可升至 {tier}',
  'tier.top': '这是最高等级。',
  'tier.kept-until': '保留至{day}，继续到访可以延长。',
  'tier.changed': '您的等级现在是 {tier}。',
  'tier.close': '关闭',
  'tier.per-quarter': { other: '{name}，每季度 {count} 次' },
};
