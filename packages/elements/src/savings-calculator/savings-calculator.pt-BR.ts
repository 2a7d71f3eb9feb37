import type { WordsLike } from '../internal/words.js';
import type { words as english } from './savings-calculator.en.js';

/** What savings-calculator says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'calculator.title': 'Seu ano na {clinic}',
  'calculator.waiting': 'Carregando a calculadora',
  'calculator.empty':
    'Ainda não há nada para calcular aqui. Pergunte o que suas visitas trariam de volta.',
  'calculator.visits': 'Visitas por ano',
  'calculator.treatments': 'Em cada visita',
  'calculator.tier': 'Nível',
  'calculator.tier-reached': '{tier}, pelo seu gasto',
  'calculator.package': 'Pacote',
  'calculator.no-package': 'Nenhum',
  'calculator.saving': 'Economia estimada em um ano',
  'calculator.share': '{percent} de {money} em tratamentos',
  'calculator.choose': 'Escolha um tratamento para ver o que ele traz.',
  'calculator.from-points': '{amount} {points}',
  'calculator.from-tier': 'Desconto {tier}',
  'calculator.package-gain': 'Desconto do pacote',
  'calculator.package-loss': 'O pacote custa mais',
  'calculator.package-idle': 'Pacote: para outros tratamentos',
  'calculator.how': 'Como calculamos',

  'count.spend': '{treatment}: {visits}\u00a0×\u00a0{price}',
  'count.year': 'Um ano a preço avulso',
  'count.package':
    '{package}: {packages}\u00a0×\u00a0{price} em vez de {singly} por {sessions} visitas',
  'count.tier': '{tier}: {percent} de desconto em {treatment}, {visits}\u00a0×\u00a0{price}',
  'count.earn': '{visits}\u00a0×\u00a0{paid}, {rate} a cada {per}',
  'count.bonus': 'Com o pacote: {packages}\u00a0×\u00a0{amount}',
  'count.joined': '{points} por entrar',
  'count.worth': '{amount}, que valem {money} a cada {per}',
  'count.note':
    'Estimativa com os preços e as regras de hoje. Os pontos são arredondados para baixo. Ofertas da estação não entram.',
};
