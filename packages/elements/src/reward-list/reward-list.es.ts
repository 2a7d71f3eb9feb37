import type { WordsLike } from '../internal/words.js';
import type { words as english } from './reward-list.en.js';

/** What reward-list says in Spanish. */
export const words: WordsLike<typeof english> = {
  'rewards.title': 'Recompensas',
  'rewards.waiting': 'Cargando las recompensas',
  'rewards.signed-out': 'Inicia sesión para ver qué puedes obtener con tus puntos.',
  'rewards.empty': 'Ahora no hay nada que canjear. Las nuevas recompensas aparecen aquí solas.',
  'rewards.balance': 'Tienes {points}',
  'rewards.points': '{amount} {points}',
  'rewards.claim': 'Canjear',
  'rewards.claim-named': 'Canjear {name}',
  'rewards.missing': 'Faltan {amount} {points}',
  'rewards.tier': 'Se abre con {tier}',
  'rewards.again': 'De nuevo el próximo año',
  'rewards.below-zero': 'Cuando tu saldo supere cero',
  'rewards.unavailable': 'No disponible ahora',
  'rewards.yours': 'Tuya hasta el {day}',
  'rewards.yours-no-end': 'Tuya, lista para usar',
  'rewards.show': 'Ver código',
  'rewards.show-named': 'Ver código de {name}',
  'rewards.all': 'Ver las {count}',
  'rewards.not-opened': 'No se pudo abrir. Revisa tu conexión e inténtalo de nuevo.',

  'rewards.confirm': '¿Canjear esta recompensa?',
  'rewards.price': 'Precio',
  'rewards.keep': 'Te quedan',
  'rewards.valid': 'Válida durante',
  'rewards.days': { one: '{count} día', other: '{count} días' },
  'rewards.claim-for': 'Canjear por {points}',
  'rewards.not-now': 'Ahora no',
  'rewards.working': 'Un momento',
  'rewards.voucher': 'Lista para usar',
  'rewards.image': 'El código {code} como código QR',
  'rewards.desk': 'Muéstralo en recepción.',
  'rewards.until': 'Muéstralo en recepción, a más tardar el {day}.',
  'rewards.book': 'Reservar una visita',
  'rewards.done': 'Listo',
  'rewards.give-back': 'Devolver',
  'rewards.return': '¿Devolver este vale?',
  'rewards.return-text': 'Recuperas {points} al momento y el código deja de funcionar.',
  'rewards.keep-it': 'Conservar',
  'rewards.returned': 'Devuelto: {name}. Recuperaste {points}.',
  'rewards.over': 'Este vale se usó, se devolvió o ya terminó.',

  'rewards.points_insufficient': 'Tus puntos ya no alcanzan para esto.',
  'rewards.tier_too_low': 'Tu nivel no abre ahora esta recompensa.',
  'rewards.balance_negative':
    'Una corrección dejó tu saldo por debajo de cero. Podrás canjear cuando lo supere.',
  'rewards.claim_limit_reached': 'Ya la canjeaste tantas veces como permite un año.',
  'rewards.cash_cap_reached': 'Ya canjeaste tanto crédito como permite un año.',
  'rewards.reward_unknown': 'La clínica ya no ofrece esta recompensa.',
  'rewards.voucher_unavailable':
    'Este vale no se puede devolver: se usó, terminó o está en una cuenta abierta.',
  'rewards.unanswered':
    'No pudimos conectar con la clínica. Inténtalo de nuevo: nada se cobra dos veces.',
  'rewards.failed': 'No funcionó esta vez. Inténtalo de nuevo en un momento.',
};
