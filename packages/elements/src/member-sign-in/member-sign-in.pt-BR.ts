import type { WordsLike } from '../internal/words.js';
import type { words as english } from './member-sign-in.en.js';

/** What member-sign-in says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'sign-in.title': 'Suas vantagens na {clinic}',
  'sign-in.purpose': 'Entre com o número do seu celular. Enviamos um código por SMS, sem senha.',
  'sign-in.phone': 'Número de celular',
  'sign-in.send': 'Receber um código',
  'sign-in.waiting': 'Carregando a entrada',

  'sign-in.code-title': 'Digite seu código',
  'sign-in.code-sent': 'Enviamos seis dígitos para {hint}.',
  'sign-in.code': 'Código',
  'sign-in.remember': 'Manter a sessão neste aparelho',
  'sign-in.remember-hint': 'Por 90 dias. Não marque em um celular que outras pessoas usam.',
  'sign-in.submit': 'Entrar',
  'sign-in.other-number': 'Usar outro número',
  'sign-in.resend': 'Enviar um novo código',
  'sign-in.resend-in': {
    one: 'Você pode pedir um novo código em {count} segundo.',
    other: 'Você pode pedir um novo código em {count} segundos.',
  },
  'sign-in.resent': 'Um novo código está a caminho.',

  'sign-in.join-title': 'Boas-vindas à {clinic}',
  'sign-in.join-purpose':
    'Seu número está confirmado. Falta só um passo para participar, e é grátis.',
  'sign-in.join-points': {
    one: 'Você começa com {count} ponto.',
    many: 'Você começa com {count} de pontos.',
    other: 'Você começa com {count} pontos.',
  },
  'sign-in.first-name': 'Nome',
  'sign-in.optional': 'opcional',
  'sign-in.friend-code': 'Código de quem indicou ou da clínica',
  'sign-in.friend-offer': 'De quem indicou você: {offer}',
  'sign-in.terms': 'Aceito os termos do programa.',
  'sign-in.terms-link': 'Termos',
  'sign-in.privacy-link': 'Privacidade',
  'sign-in.marketing': 'Quero receber novidades e ofertas por SMS. Posso parar quando quiser.',
  'sign-in.marketing-terms':
    'A frequência varia. Podem ser cobradas tarifas de mensagens e dados. Responda STOP para parar ou HELP para obter ajuda.',
  'sign-in.share-name': 'Quem me convidou pode ver meu nome.',
  'sign-in.join': 'Participar',

  'sign-in.hello': 'Olá, {name}',
  'sign-in.hello-unnamed': 'Olá',
  'sign-in.signed-in': 'Sua sessão está aberta na {clinic}.',
  'sign-in.since': 'No programa desde {day}.',
  'sign-in.sign-out': 'Sair',
  'sign-in.close': 'Fechar',
  'sign-in.working': 'Um momento',

  'sign-in.phone_invalid': 'Não parece um número de celular. Confira e tente de novo.',
  'sign-in.code_invalid': 'Não é o código que enviamos. Confira a mensagem e tente de novo.',
  'sign-in.code_expired': 'Seu código expirou. Podemos enviar outro.',
  'sign-in.code_attempts_exceeded': 'Esse código foi tentado vezes demais. Podemos enviar outro.',
  'sign-in.consent_required': 'Para participar, aceite os termos.',
  'sign-in.referral_code_unknown': 'Esse código não existe. Confira ou deixe o campo vazio.',
  'sign-in.member_ambiguous': 'A clínica tem este número duas vezes. Ligue para ela para resolver.',
  'sign-in.rate_limited': 'Foram enviados códigos demais. Espere alguns minutos e tente de novo.',
};
