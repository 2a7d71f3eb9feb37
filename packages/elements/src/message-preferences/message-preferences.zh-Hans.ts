import type { WordsLike } from '../internal/words.js';
import type { words as english } from './message-preferences.en.js';

/** What message-preferences says in Simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'preferences.title': '消息设置',
  'preferences.about': '每项更改都会立即保存。',
  'preferences.waiting': '正在加载您的选择',
  'preferences.signed-out': '登录后可选择我们能发给您的内容。',
  'preferences.empty': '这里暂时没有可选择的内容。',

  'preferences.reminders': '您的积分与到访',
  'preferences.reminders-about': '即将到期的，以及您现在可用的。',
  'preferences.marketing': '优惠与资讯',
  'preferences.marketing-about': '完全自愿，不影响任何消费。',
  'preferences.sms': '发短信至 {address}',
  'preferences.email': '发电子邮件至 {address}',
  'preferences.sms-terms':
    '开启即表示您同意 {clinic} 向此号码发送营销短信。发送频率不定，可能产生短信和流量费用。回复 STOP 停止接收，回复 HELP 获取帮助。',
  'preferences.email-terms': '每封邮件都有退订链接。',
  'preferences.no-sms': '短信（需先提供手机号码）',
  'preferences.no-email': '电子邮件（需先提供邮箱）',
  'preferences.name': '您的名字',
  'preferences.name-share': '邀请我的人可以看到我的名字',
  'preferences.language': '语言',
  'preferences.language-clinic': '与诊所一致',
  'preferences.terms': '条款',
  'preferences.privacy': '隐私',

  'preferences.saving': '正在保存',
  'preferences.saved': '已保存',
  'preferences.saved-named': '已保存：{name}',
  'preferences.failed': '未能保存，设置保持不变。',
  'preferences.unanswered': '无法连接诊所，不确定是否已保存。请在联网后再来查看。',
};
