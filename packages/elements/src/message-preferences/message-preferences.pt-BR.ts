import type { WordsLike } from '../internal/words.js';
import type { words as english } from './message-preferences.en.js';

/** What message-preferences says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'preferences.title': 'Suas mensagens',
  'preferences.about': 'Cada mudança é salva na hora.',
  'preferences.waiting': 'Carregando suas escolhas',
  'preferences.signed-out': 'Entre para escolher o que podemos enviar a você.',
  'preferences.empty': 'Ainda não há nada para escolher aqui.',

  'preferences.reminders': 'Seus pontos e visitas',
  'preferences.reminders-about': 'O que vence em breve e o que já é seu.',
  'preferences.marketing': 'Ofertas e novidades',
  'preferences.marketing-about': 'Só se quiser. Nenhuma compra depende disso.',
  'preferences.sms': 'SMS para {address}',
  'preferences.email': 'E-mails para {address}',
  'preferences.sms-terms':
    'Ao ativar, você aceita receber de {clinic} SMS promocionais neste número. A frequência varia. Podem ser cobradas tarifas de mensagens e dados. Responda STOP para parar ou HELP para obter ajuda.',
  'preferences.email-terms': 'Cada um tem um link para cancelar.',
  'preferences.no-sms': 'SMS, quando tivermos seu número',
  'preferences.no-email': 'E-mails, quando tivermos seu endereço',
  'preferences.name': 'Seu nome',
  'preferences.name-share': 'Quem me convidou pode ver meu nome',
  'preferences.language': 'Idioma',
  'preferences.language-clinic': 'O da clínica',
  'preferences.terms': 'Termos',
  'preferences.privacy': 'Privacidade',

  'preferences.saving': 'Salvando',
  'preferences.saved': 'Salvo',
  'preferences.saved-named': 'Salvo: {name}',
  'preferences.failed': 'Não foi salvo. Tudo continua como antes.',
  'preferences.unanswered':
    'Não conseguimos falar com a clínica e não sabemos se foi salvo. Veja aqui de novo quando estiver on-line.',
};
