import type { WordsLike } from '../internal/words.js';
import type { words as english } from './member-sign-in.en.js';

/** What member-sign-in says in Spanish. */
export const words = {
  'sign-in.title': 'Tus ventajas en {clinic}',
  'sign-in.purpose':
    'Inicia sesión con tu número de móvil. Te enviamos un código por SMS: no hay contraseña.',
  'sign-in.phone': 'Número de móvil',
  'sign-in.send': 'Enviarme un código',
  'sign-in.waiting': 'Cargando el inicio de sesión',

  'sign-in.code-title': 'Escribe tu código',
  'sign-in.code-sent': 'Enviamos seis dígitos al {hint}.',
  'sign-in.code': 'Código',
  'sign-in.remember': 'Mantener la sesión en este dispositivo',
  'sign-in.remember-hint': 'Durante 90 días. No lo marques en un teléfono compartido.',
  'sign-in.submit': 'Iniciar sesión',
  'sign-in.other-number': 'Usar otro número',
  'sign-in.resend': 'Enviar otro código',
  'sign-in.resend-in': {
    one: 'Podrás pedir otro código en {count} segundo.',
    many: 'Podrás pedir otro código en {count} segundos.',
    other: 'Podrás pedir otro código en {count} segundos.',
  },
  'sign-in.resent': 'Te enviamos un código nuevo.',

  'sign-in.join-title': 'Te damos la bienvenida a {clinic}',
  'sign-in.join-purpose': 'Tu número está confirmado. Falta un paso para ser miembro; es gratis.',
  'sign-in.join-points': {
    one: 'Empiezas con {count} punto.',
    many: 'Empiezas con {count} de puntos.',
    other: 'Empiezas con {count} puntos.',
  },
  'sign-in.first-name': 'Nombre',
  'sign-in.optional': 'opcional',
  'sign-in.friend-code': 'Código de una amistad o de la clínica',
  'sign-in.friend-offer': 'De parte de tu amistad: {offer}',
  'sign-in.terms': 'Acepto las condiciones del programa.',
  'sign-in.terms-link': 'Condiciones',
  'sign-in.privacy-link': 'Privacidad',
  'sign-in.marketing':
    'Quiero recibir novedades y ofertas por SMS. Puedo darme de baja cuando quiera.',
  'sign-in.marketing-terms':
    'La frecuencia varía. Pueden aplicarse tarifas de mensajes y datos. Responde STOP para dejarlos o HELP para ayuda.',
  'sign-in.share-name': 'Quien me invitó puede ver mi nombre.',
  'sign-in.join': 'Unirme',

  'sign-in.hello': 'Hola, {name}',
  'sign-in.hello-unnamed': 'Hola',
  'sign-in.signed-in': 'Has iniciado sesión en {clinic}.',
  'sign-in.since': 'Miembro desde el {day}.',
  'sign-in.sign-out': 'Cerrar sesión',
  'sign-in.close': 'Cerrar',
  'sign-in.working': 'Un momento',

  'sign-in.phone_invalid': 'No parece un número de móvil. Revísalo e inténtalo de nuevo.',
  'sign-in.code_invalid': 'No es el código que enviamos. Revisa el mensaje e inténtalo de nuevo.',
  'sign-in.code_expired': 'Tu código caducó. Podemos enviarte otro.',
  'sign-in.code_attempts_exceeded': 'Se probó demasiadas veces. Podemos enviarte otro código.',
  'sign-in.consent_required': 'Para unirte, acepta las condiciones.',
  'sign-in.referral_code_unknown': 'Ese código no existe. Revísalo o deja el campo vacío.',
  'sign-in.member_ambiguous': 'La clínica tiene este número dos veces. Llámala para resolverlo.',
  'sign-in.rate_limited': 'Se enviaron demasiados códigos. Espera unos minutos.',
} as const satisfies WordsLike<typeof english>;
