import type { WordsLike } from '../internal/words.js';
import type { words as english } from './loyalty-home.en.js';

/** What loyalty-home says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'home.waiting': 'Carregando suas vantagens',
  'home.nav': 'Suas vantagens',
  'home.home': 'Início',
  'home.offers': 'Ofertas',
  'home.appointment': 'Consulta',
  'home.status': 'Situação',
  'home.hello': 'Que bom ver você, {name}',
  'home.hello-unnamed': 'Que bom ver você',
  'home.since': 'Conosco desde {year}',
  'home.visit': 'Escolha o horário que preferir. O que você ganhar chega sozinho depois.',
  'home.invite': 'Cada visita traz algo de volta',
  'home.invite-why': 'Pontos pelas visitas de sempre e ofertas que são só suas.',
};
