import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-link.en.js';

/** What referral-link says in Spanish. */
export const words: WordsLike<typeof english> = {
  'referral.waiting': 'Cargando tu enlace',
  'referral.empty': 'Tu clínica no tiene una oferta para recomendar en este momento.',
  'referral.signed-out': 'Inicia sesión para tener tu enlace.',
  'referral.for-friend': 'Para quien invites',
  'referral.for-you': 'Para ti: {offer}',
  'referral.link': 'Tu enlace, púlsalo para copiarlo',
  'referral.copy-link': 'Copiar enlace',
  'referral.copied': 'Copiado',
  'referral.copied-said': 'Tu enlace está copiado.',
  'referral.not-copied':
    'Tu navegador no permitió copiar. El enlace está seleccionado: cópialo a mano.',
  'referral.share': 'Compartir',
  'referral.sms': 'SMS',
  'referral.email': 'Correo',
  'referral.whatsapp': 'WhatsApp',
  'referral.subject': 'Para tu visita a {clinic}',
  'referral.message': '{offer}. Con este enlace de {name} es para ti en {clinic}: {link}',
  'referral.message-unnamed': '{offer}. Con este enlace es para ti en {clinic}: {link}',
  'referral.pending': '{amount}\u00a0{points} en camino',
  'referral.joined': { one: '{count} amistad se unió', other: '{count} amistades se unieron' },
  'referral.completed': {
    one: '{count} tratamiento hecho',
    other: '{count} tratamientos hechos',
  },
  'referral.qr-open': 'Mostrar como código QR',
  'referral.qr-title': 'Escanea para abrir el enlace',
  'referral.qr-image': 'Código QR de tu enlace',
  'referral.qr-save': 'Guardar {kind}',
  'referral.qr-print': 'Imprimir',
  'referral.qr-close': 'Cerrar',
  'referral.qr-failed': 'No se pudo cargar el código. Revisa tu conexión e inténtalo de nuevo.',
};
