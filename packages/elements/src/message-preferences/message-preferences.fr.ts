import type { WordsLike } from '../internal/words.js';
import type { words as english } from './message-preferences.en.js';

/** What message-preferences says in French. */
export const words: WordsLike<typeof english> = {
  'preferences.title': 'Vos messages',
  'preferences.about': 'Chaque changement est enregistré aussitôt.',
  'preferences.waiting': 'Chargement de vos choix',
  'preferences.signed-out': 'Connectez-vous pour choisir ce que nous pouvons vous envoyer.',
  'preferences.empty': 'Il n’y a encore rien à choisir ici.',

  'preferences.reminders': 'Vos points et vos visites',
  'preferences.reminders-about': 'Ce qui expire bientôt et ce qui vous attend.',
  'preferences.marketing': 'Offres et nouveautés',
  'preferences.marketing-about': 'Facultatif, sans lien avec vos achats.',
  'preferences.sms': 'SMS au {address}',
  'preferences.email': 'E-mails à {address}',
  'preferences.sms-terms':
    'En l’activant, vous acceptez les SMS publicitaires de {clinic} à ce numéro. Leur fréquence varie. Des frais de message et de données peuvent s’appliquer. Répondez STOP pour arrêter, HELP pour de l’aide.',
  'preferences.email-terms': 'Chacun contient un lien de désinscription.',
  'preferences.no-sms': 'SMS, dès que nous avons votre numéro',
  'preferences.no-email': 'E-mails, dès que nous avons votre adresse',
  'preferences.name': 'Votre prénom',
  'preferences.name-share': 'La personne qui m’a invité peut voir mon prénom',
  'preferences.language': 'Langue',
  'preferences.language-clinic': 'Celle de la clinique',
  'preferences.terms': 'Conditions',
  'preferences.privacy': 'Confidentialité',

  'preferences.saving': 'Enregistrement',
  'preferences.saved': 'Enregistré',
  'preferences.saved-named': 'Enregistré : {name}',
  'preferences.failed': 'Ce n’est pas enregistré. Rien n’a changé.',
  'preferences.unanswered':
    'La clinique est injoignable et nous ne savons pas si c’est enregistré. Vérifiez ici une fois en ligne.',
};
