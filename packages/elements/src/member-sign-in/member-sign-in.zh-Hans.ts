import type { WordsLike } from '../internal/words.js';
import type { words as english } from './member-sign-in.en.js';

/** What member-sign-in says in simplified Chinese. */
export const words: WordsLike<typeof english> = {
  'sign-in.title': '您在 {clinic} 的会员礼遇',
  'sign-in.purpose': '使用手机号码登录。我们会发送短信验证码，无需密码。',
  'sign-in.phone': '手机号码',
  'sign-in.send': '发送验证码',
  'sign-in.waiting': '正在加载登录',

  'sign-in.code-title': '输入验证码',
  'sign-in.code-sent': '六位数字已发送至 {hint}。',
  'sign-in.code': '验证码',
  'sign-in.remember': '在此设备上保持登录',
  'sign-in.remember-hint': '有效 90 天。与他人共用手机时请勿勾选。',
  'sign-in.submit': '登录',
  'sign-in.other-number': '使用其他号码',
  'sign-in.resend': '重新发送验证码',
  'sign-in.resend-in': '{count} 秒后可重新获取验证码。',
  'sign-in.resent': '新的验证码已发出。',

  'sign-in.join-title': '欢迎来到 {clinic}',
  'sign-in.join-purpose': '号码已确认。再走一步即可成为会员，完全免费。',
  'sign-in.join-points': '您的起始积分为 {count}。',
  'sign-in.first-name': '名字',
  'sign-in.optional': '选填',
  'sign-in.friend-code': '朋友或诊所给您的代码',
  'sign-in.friend-offer': '来自朋友：{offer}',
  'sign-in.terms': '我同意会员计划的条款。',
  'sign-in.terms-link': '条款',
  'sign-in.privacy-link': '隐私',
  'sign-in.marketing': '通过短信接收资讯和优惠，可随时取消。',
  'sign-in.marketing-terms':
    '发送频率不定，可能产生短信和流量费用。回复 STOP 停止接收，回复 HELP 获取帮助。',
  'sign-in.share-name': '让邀请我的朋友看到我的名字。',
  'sign-in.join': '加入',

  'sign-in.hello': '您好，{name}',
  'sign-in.hello-unnamed': '您好',
  'sign-in.signed-in': '您已登录 {clinic}。',
  'sign-in.since': '{day}加入。',
  'sign-in.sign-out': '退出登录',
  'sign-in.close': '关闭',
  'sign-in.working': '请稍候',

  'sign-in.phone_invalid': '这似乎不是手机号码，请检查后重试。',
  'sign-in.code_invalid': '验证码不正确，请查看短信后重试。',
  'sign-in.code_expired': '验证码已过期，我们可以重新发送。',
  'sign-in.code_attempts_exceeded': '尝试次数过多，我们可以重新发送验证码。',
  'sign-in.consent_required': '加入前请先同意条款。',
  'sign-in.referral_code_unknown': '没有这个代码，请检查或留空。',
  'sign-in.member_ambiguous': '诊所有两份记录使用此号码，请致电诊所处理。',
  'sign-in.rate_limited': '验证码发送次数过多，请等几分钟再试。',
};
