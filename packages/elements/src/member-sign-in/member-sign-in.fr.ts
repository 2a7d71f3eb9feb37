import type { WordsLike } from '../internal/words.js';
import type { words as english } from './member-sign-in.en.js';

/** What member-sign-in says in French. */
export const words: WordsLike<typeof english> = {
  'sign-in.title': 'Vos avantages chez {clinic}',
  'sign-in.purpose':
    'Connectez-vous avec votre numéro de mobile. Un code vous arrive par SMS, sans mot de passe.',
  'sign-in.phone': 'Numéro de mobile',
  'sign-in.send': 'Recevoir un code',
  'sign-in.waiting': 'Chargement de la connexion',

  'sign-in.code-title': 'Saisissez votre code',
  'sign-in.code-sent': 'Six chiffres ont été envoyés au {hint}.',
  'sign-in.code': 'Code',
  'sign-in.remember': 'Garder ma session sur cet appareil',
  'sign-in.remember-hint': 'Pendant 90 jours. À éviter sur un téléphone partagé.',
  'sign-in.submit': 'Se connecter',
  'sign-in.other-number': 'Utiliser un autre numéro',
  'sign-in.resend': 'Envoyer un nouveau code',
  'sign-in.resend-in': {
    one: 'Nouveau code possible dans {count} seconde.',
    other: 'Nouveau code possible dans {count} secondes.',
  },
  'sign-in.resent': 'Un nouveau code est en route.',

  'sign-in.join-title': 'Bienvenue chez {clinic}',
  'sign-in.join-purpose':
    'Votre numéro est confirmé. Encore une étape et vous êtes membre, c’est gratuit.',
  'sign-in.join-points': {
    one: 'Vous commencez avec {count} point.',
    many: 'Vous commencez avec {count} de points.',
    other: 'Vous commencez avec {count} points.',
  },
  'sign-in.first-name': 'Prénom',
  'sign-in.optional': 'facultatif',
  'sign-in.friend-code': 'Code d’un proche ou de la clinique',
  'sign-in.friend-offer': 'De la part de votre proche : {offer}',
  'sign-in.terms': 'J’accepte les conditions du programme.',
  'sign-in.terms-link': 'Conditions',
  'sign-in.privacy-link': 'Confidentialité',
  'sign-in.marketing':
    'Je veux recevoir nouveautés et offres par SMS. Je peux arrêter à tout moment.',
  'sign-in.marketing-terms':
    'Leur fréquence varie. Des frais de message et de données peuvent s’appliquer. Répondez STOP pour arrêter, HELP pour de l’aide.',
  'sign-in.share-name': 'La personne qui m’invite peut voir mon prénom.',
  'sign-in.join': 'Rejoindre',

  'sign-in.hello': 'Bonjour {name}',
  'sign-in.hello-unnamed': 'Bonjour',
  'sign-in.signed-in': 'Votre session est ouverte chez {clinic}.',
  'sign-in.since': 'Membre depuis le {day}.',
  'sign-in.sign-out': 'Se déconnecter',
  'sign-in.close': 'Fermer',
  'sign-in.working': 'Un instant',

  'sign-in.phone_invalid': 'Cela ne ressemble pas à un numéro de mobile. Vérifiez-le et réessayez.',
  'sign-in.code_invalid': 'Ce n’est pas le code envoyé. Vérifiez le message et réessayez.',
  'sign-in.code_expired': 'Votre code a expiré. Nous pouvons en envoyer un autre.',
  'sign-in.code_attempts_exceeded':
    'Ce code a été essayé trop souvent. Nous pouvons en envoyer un autre.',
  'sign-in.consent_required': 'Pour rejoindre le programme, acceptez les conditions.',
  'sign-in.referral_code_unknown': 'Ce code n’existe pas. Vérifiez-le ou laissez le champ vide.',
  'sign-in.member_ambiguous': 'La clinique a ce numéro deux fois. Appelez-la pour y remédier.',
  'sign-in.rate_limited': 'Trop de codes ont été envoyés. Attendez quelques minutes et réessayez.',
};
