import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-link.en.js';

/** What referral-link says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'referral.waiting': '正在加载您的链接',
  'referral.empty': '诊所目前没有推荐优惠。',
  'referral.signed-out': '登录后即可获取您的专属链接。',
  'referral.for-friend': '送给朋友',
  'referral.for-you': '您可获得：{offer}',
  'referral.link': '您的链接，点按即可复制',
  'referral.copy-link': '复制链接',
  'referral.copied': '已复制',
  'referral.copied-said': '您的链接已复制。',
  'referral.not-copied': '浏览器不允许复制。链接已选中，请手动复制。',
  'referral.share': '分享',
  'referral.sms': '短信',
  'referral.email': '邮件',
  'referral.whatsapp': 'WhatsApp',
  'referral.subject': '期待您到访 {clinic}',
  'referral.message': '{offer}。通过 {name} 的链接，即可在 {clinic} 享受：{link}',
  'referral.message-unnamed': '{offer}。通过此链接，即可在 {clinic} 享受：{link}',
  'referral.pending': '{amount}\u00a0{points}即将到账',
  'referral.joined': '{count} 位朋友已加入',
  'referral.completed': '{count} 次护理已完成',
  'referral.qr-open': '显示二维码',
  'referral.qr-title': '扫码打开链接',
  'referral.qr-image': '您的链接二维码',
  'referral.qr-save': '保存 {kind}',
  'referral.qr-print': '打印',
  'referral.qr-close': '关闭',
  'referral.qr-failed': '二维码无法加载，请检查网络后重试。',
};
