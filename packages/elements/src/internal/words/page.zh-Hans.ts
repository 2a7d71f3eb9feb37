import type { WordsLike } from '../words.js';
import type { words as english } from './page.en.js';

/** What all elements say in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'face.signed-out': '登录后即可查看。',
  'face.sign-in': '登录',
  'face.waiting': '正在加载',
  'face.retry': '重试',
  'face.stale': '内容可能不是最新，我们会很快重试。',

  'failed.network': '无法连接诊所，请检查网络后重试。',
  'failed.set-up': '此页面尚未启用会员计划，请告知诊所。',
  'failed.other': '暂时无法加载，请稍后重试。',
};
