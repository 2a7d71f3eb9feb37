import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-progress.en.js';

/** What tier-progress says in Chinese, simplified. */
export const words: WordsLike<typeof english> = {
  'progress.waiting': '正在加载您的进度',
  'progress.signed-out': '登录后即可查看距离下一等级还差多少。',
  'progress.empty': '本诊所目前没有会员等级。',
  'progress.missing': '再消费 {money} 即可升至 {tier}',
  'progress.missing-by': '{day}为止，再消费 {money} 即可升至 {tier}',
  'progress.top': '{tier} 是最高等级',
  'progress.spend': { other: '最近 {count} 个月已消费 {money}' },
  'progress.meter': '升至 {tier} 的消费进度',
  'progress.of': '{money}，目标 {goal}',
  'progress.mine': '您的等级',
  'progress.kept': '您的 {tier} 等级保留至 {day}。',
  'progress.keep': '在此之前再消费 {money} 即可保级。',
  'progress.at-risk': '届时将一并失去：{benefits}。',
  'progress.unlocks': '{tier} 可享：{benefits}。',
  'progress.given': '{tier} 是我们赠送给您的等级，有效期至 {day}（含当日）。',
  'progress.changed': '现在再消费 {money} 即可升至 {tier}。',
};
