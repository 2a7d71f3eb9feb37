import type { WordsLike } from '../internal/words.js';
import type { words as english } from './savings-calculator.en.js';

/** What savings-calculator says in Spanish. */
export const words: WordsLike<typeof english> = {
  'calculator.title': 'Tu año en {clinic}',
  'calculator.waiting': 'Cargando la calculadora',
  'calculator.empty': 'Aquí aún no hay nada que calcular. Pregúntanos qué te darían tus visitas.',
  'calculator.visits': 'Visitas al año',
  'calculator.treatments': 'En cada visita',
  'calculator.tier': 'Nivel',
  'calculator.tier-reached': '{tier}, según tu gasto',
  'calculator.package': 'Paquete',
  'calculator.no-package': 'Ninguno',
  'calculator.saving': 'Ahorro estimado en un año',
  'calculator.share': '{percent} de {money} en tratamientos',
  'calculator.choose': 'Elige un tratamiento para ver qué te da.',
  'calculator.from-points': '{amount} {points}',
  'calculator.from-tier': 'Descuento {tier}',
  'calculator.package-gain': 'Descuento del paquete',
  'calculator.package-loss': 'El paquete cuesta más',
  'calculator.package-idle': 'Paquete: para otros tratamientos',
  'calculator.how': 'Cómo lo calculamos',

  'count.spend': '{treatment}: {visits}\u00a0×\u00a0{price}',
  'count.year': 'Un año a precio suelto',
  'count.package':
    '{package}: {packages}\u00a0×\u00a0{price} en lugar de {singly} por {sessions} visitas',
  'count.tier': '{tier}: {percent} menos en {treatment}, {visits}\u00a0×\u00a0{price}',
  'count.earn': '{visits}\u00a0×\u00a0{paid}, {rate} por cada {per}',
  'count.bonus': 'Con el paquete: {packages}\u00a0×\u00a0{amount}',
  'count.joined': '{points} por unirte',
  'count.worth': '{amount}, que valen {money} por cada {per}',
  'count.note':
    'Estimación con los precios y reglas de hoy. Los puntos se redondean hacia abajo. No incluye ofertas de temporada.',
};
