import type { WordsLike } from '../internal/words.js';
import type { words as english } from './savings-calculator.en.js';

/** What savings-calculator says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'calculator.title': '您在 {clinic} 的一年',
  'calculator.waiting': '正在加载计算器',
  'calculator.empty': '这里暂时没有可计算的内容。欢迎询问您的到访能带来什么。',
  'calculator.visits': '每年到访次数',
  'calculator.treatments': '每次到访',
  'calculator.tier': '等级',
  'calculator.tier-reached': '{tier}，按消费',
  'calculator.package': '套餐',
  'calculator.no-package': '无',
  'calculator.saving': '预计一年节省',
  'calculator.share': '占护理费用 {money} 的 {percent}',
  'calculator.choose': '选择一项护理，看看能带来什么。',
  'calculator.from-points': '{amount} {points}',
  'calculator.from-tier': '{tier} 折扣',
  'calculator.package-gain': '套餐优惠',
  'calculator.package-loss': '套餐比单次到访更贵',
  'calculator.package-idle': '套餐：用于其他护理',
  'calculator.how': '计算方法',

  'count.spend': '{treatment}：{visits}\u00a0×\u00a0{price}',
  'count.year': '按单次价格计算的一年',
  'count.package': '{package}：{packages}\u00a0×\u00a0{price}，代替 {sessions} 次到访的 {singly}',
  'count.tier': '{tier}：{treatment} 优惠 {percent}，{visits}\u00a0×\u00a0{price}',
  'count.earn': '{visits}\u00a0×\u00a0{paid}，每 {per} 得 {rate}',
  'count.bonus': '购买套餐：{packages}\u00a0×\u00a0{amount}',
  'count.joined': '加入即得 {points}',
  'count.worth': '{amount}，每 {per} 价值 {money}',
  'count.note': '按今天的价格和规则估算。积分向下取整，不含季节优惠。',
};
