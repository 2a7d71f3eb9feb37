import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-link.en.js';

/** What referral-link says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'referral.waiting': 'Carregando seu link',
  'referral.empty': 'Sua clínica não tem oferta de indicação no momento.',
  'referral.signed-out': 'Entre para ter o seu link.',
  'referral.for-friend': 'Para quem você indicar',
  'referral.for-you': 'Para você: {offer}',
  'referral.link': 'Seu link, toque para copiar',
  'referral.copy-link': 'Copiar link',
  'referral.copied': 'Copiado',
  'referral.copied-said': 'Seu link foi copiado.',
  'referral.not-copied': 'Seu navegador não permitiu copiar. O link está selecionado: copie à mão.',
  'referral.share': 'Compartilhar',
  'referral.sms': 'SMS',
  'referral.email': 'E-mail',
  'referral.whatsapp': 'WhatsApp',
  'referral.subject': 'Para sua visita à {clinic}',
  'referral.message': '{offer}. Com este link de {name}, é seu na {clinic}: {link}',
  'referral.message-unnamed': '{offer}. Com este link, é seu na {clinic}: {link}',
  'referral.pending': '{amount}\u00a0{points} a caminho',
  'referral.joined': { one: '{count} pessoa entrou', other: '{count} pessoas entraram' },
  'referral.completed': { one: '{count} tratamento feito', other: '{count} tratamentos feitos' },
  'referral.qr-open': 'Mostrar como código QR',
  'referral.qr-title': 'Aponte a câmera para abrir o link',
  'referral.qr-image': 'Código QR do seu link',
  'referral.qr-save': 'Salvar {kind}',
  'referral.qr-print': 'Imprimir',
  'referral.qr-close': 'Fechar',
  'referral.qr-failed': 'Não foi possível carregar o código. Confira sua conexão e tente de novo.',
};
