import type { WordsLike } from '../../../internal/words.js';
import type { words as english } from './demo.en.js';

/** What a demo page says of itself in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'demo.badge': '演示，积分非真实',
  'demo.about':
    '这家诊所和其中的人物均为虚构。所有内容只保存在本页的内存中；重新加载即可重新开始。',
  'demo.sign-in': '登录请使用 {phone} 和验证码 {code}。其他 555-01 号码可注册新账户。',
  'demo.code': '本次演示的验证码：{code}',
};
