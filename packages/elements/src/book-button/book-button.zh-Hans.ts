import type { WordsLike } from '../internal/words.js';
import type { words as english } from './book-button.en.js';

/** What book-button says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'book.label': '预约到访',
  'book.waiting': '正在加载预约入口',
  'book.none': '暂无在线预约',
  'book.failed': '加载失败，请重试',
  'book.copy': '复制预约链接',
  'book.copied': '已复制',
  'book.not-copied': '无法复制。链接已选中，您可以自行复制。',
};
