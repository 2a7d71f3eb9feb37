import type { WordsLike } from '../internal/words.js';
import type { words as english } from './message-preferences.en.js';

/** What message-preferences says in Spanish. */
export const words: WordsLike<typeof english> = {
  'preferences.title': 'Tus mensajes',
  'preferences.about': 'Cada cambio se guarda al momento.',
  'preferences.waiting': 'Cargando tus preferencias',
  'preferences.signed-out': 'Inicia sesión para elegir qué podemos enviarte.',
  'preferences.empty': 'Aquí todavía no hay nada que elegir.',

  'preferences.reminders': 'Tus puntos y visitas',
  'preferences.reminders-about': 'Lo que vence pronto y lo que ya puedes usar.',
  'preferences.marketing': 'Ofertas y novedades',
  'preferences.marketing-about': 'Opcional; no condiciona tus compras.',
  'preferences.sms': 'Mensajes de texto al {address}',
  'preferences.email': 'Correos a {address}',
  'preferences.sms-terms':
    'Al activarlo aceptas recibir de {clinic} mensajes publicitarios en este número. La frecuencia varía. Pueden aplicarse tarifas de mensajes y datos. Responde STOP para dejarlos o HELP para ayuda.',
  'preferences.email-terms': 'Cada uno tiene un enlace para darte de baja.',
  'preferences.no-sms': 'Mensajes de texto, cuando tengamos tu número',
  'preferences.no-email': 'Correos, cuando tengamos tu dirección',
  'preferences.name': 'Tu nombre',
  'preferences.name-share': 'Quien me invitó puede ver mi nombre',
  'preferences.language': 'Idioma',
  'preferences.language-clinic': 'El de la clínica',
  'preferences.terms': 'Condiciones',
  'preferences.privacy': 'Privacidad',

  'preferences.saving': 'Guardando',
  'preferences.saved': 'Guardado',
  'preferences.saved-named': 'Guardado: {name}',
  'preferences.failed': 'No se ha guardado. Todo sigue como antes.',
  'preferences.unanswered':
    'No hemos podido contactar con la clínica y no sabemos si se guardó. Vuelve a mirarlo cuando tengas conexión.',
};
