import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-welcome.en.js';

/** What referral-welcome says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'welcome.waiting': 'Carregando sua oferta',
  'welcome.from': 'Alguém pensou em você',
  'welcome.how':
    'É sua na {clinic}. Guarde com o seu número e ela vale onde você marcar ou entrar.',
  'welcome.phone': 'Número de celular',
  'welcome.keep': 'Guardar minha oferta',
  'welcome.working': 'Um momento',
  'welcome.use': 'Usamos o número para achar sua oferta e não enviamos nada.',
  'welcome.kept': 'Sua oferta está guardada para o número {hint} até {day}.',
  'welcome.next': 'Diga este número ao marcar ou entrar. A oferta vale sozinha.',
  'welcome.book': 'Marcar uma visita',
  'welcome.join': 'Entrar no programa',
  'welcome.other': 'Usar outro número',
  'welcome.no-code': 'Abra de novo o link que você recebeu para ver sua oferta aqui.',
  'welcome.off': 'No momento não há oferta de indicação.',
  'welcome.member': 'Você já faz parte do programa. Esta oferta é para quem vem pela primeira vez.',
  'welcome.yours': 'Esta oferta é sua. Você a encontra na sua conta.',
  'welcome.phone_invalid': 'Não parece um número de celular. Confira e tente de novo.',
  'welcome.referral_code_unknown': 'Este link não existe mais aqui. Peça um novo a quem enviou.',
  'welcome.rate_limited': 'Foram tentativas demais. Espere uma hora e tente de novo.',
};
