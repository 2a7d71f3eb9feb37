import { words as packages } from '../../package-balance/package-balance.es.js';
import { words as points } from '../../points-balance/points-balance.es.js';
import { words as referral } from '../../referral-link/referral-link.es.js';
import { words as tier } from '../../tier-badge/tier-badge.es.js';
import type { WordsLike } from '../words.js';
import type { words as english } from './page.en.js';

/** What elements say in Spanish. */
export const words = {
  'face.signed-out': 'Inicia sesión para verlo.',
  'face.sign-in': 'Iniciar sesión',
  'face.waiting': 'Cargando',
  'face.retry': 'Reintentar',
  'face.stale': 'Puede no estar al día. Reintentamos en breve.',

  'failed.network': 'No pudimos conectar con la clínica. Revisa tu conexión e inténtalo de nuevo.',
  'failed.timeout': 'La clínica tardó demasiado en responder. Inténtalo en un momento.',
  'failed.rate_limited': 'Fueron muchas solicitudes. Espera un minuto e inténtalo de nuevo.',
  'failed.unavailable': 'Estamos haciendo mejoras. Inténtalo de nuevo en unos minutos.',
  'failed.set-up': 'El programa aún no está configurado en esta página. Avisa a la clínica.',
  'failed.other': 'No se pudo cargar. Inténtalo de nuevo en un momento.',

  ...packages,
  ...points,
  ...referral,
  ...tier,
} as const satisfies WordsLike<typeof english>;
