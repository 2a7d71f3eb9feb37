import type { WordsLike } from '../internal/words.js';
import type { words as english } from './savings-calculator.en.js';

/** What savings-calculator says in French. */
export const words: WordsLike<typeof english> = {
  'calculator.title': 'Votre année chez {clinic}',
  'calculator.waiting': 'Chargement du calculateur',
  'calculator.empty':
    'Il n’y a encore rien à calculer ici. Demandez-nous ce que vos visites vous rapporteraient.',
  'calculator.visits': 'Visites par an',
  'calculator.treatments': 'À chaque visite',
  'calculator.tier': 'Niveau',
  'calculator.tier-reached': '{tier}, selon vos dépenses',
  'calculator.package': 'Forfait',
  'calculator.no-package': 'Aucun',
  'calculator.saving': 'Économie estimée sur un an',
  'calculator.share': '{percent} de {money} de soins',
  'calculator.choose': 'Choisissez un soin pour voir ce qu’il rapporte.',
  'calculator.from-points': '{amount} {points}',
  'calculator.from-tier': 'Remise {tier}',
  'calculator.package-gain': 'Remise du forfait',
  'calculator.package-loss': 'Le forfait coûte plus cher',
  'calculator.package-idle': 'Forfait : pour d’autres soins',
  'calculator.how': 'Notre calcul',

  'count.spend': '{treatment} : {visits}\u00a0×\u00a0{price}',
  'count.year': 'Un an au prix unitaire',
  'count.package':
    '{package} : {packages}\u00a0×\u00a0{price} au lieu de {singly} pour {sessions} visites',
  'count.tier': '{tier} : {percent} de remise sur {treatment}, {visits}\u00a0×\u00a0{price}',
  'count.earn': '{visits}\u00a0×\u00a0{paid}, {rate} pour {per}',
  'count.bonus': 'Avec le forfait : {packages}\u00a0×\u00a0{amount}',
  'count.joined': '{points} pour votre inscription',
  'count.worth': '{amount}, à {money} pour {per}',
  'count.note':
    'Estimation aux prix et règles d’aujourd’hui. Les points sont arrondis vers le bas. Offres de saison non comprises.',
};
