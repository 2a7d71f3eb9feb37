import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-link.en.js';

/** What referral-link says in French. */
export const words: WordsLike<typeof english> = {
  'referral.waiting': 'Chargement de votre lien',
  'referral.empty': 'Votre clinique n’a pas d’offre de parrainage en ce moment.',
  'referral.signed-out': 'Connectez-vous pour avoir votre lien.',
  'referral.for-friend': 'Pour un proche',
  'referral.for-you': 'Pour vous : {offer}',
  'referral.link': 'Votre lien, appuyez pour le copier',
  'referral.copy-link': 'Copier le lien',
  'referral.copied': 'Copié',
  'referral.copied-said': 'Votre lien est copié.',
  'referral.not-copied':
    'Votre navigateur n’a pas permis la copie. Le lien est sélectionné : copiez-le à la main.',
  'referral.share': 'Partager',
  'referral.sms': 'SMS',
  'referral.email': 'E-mail',
  'referral.whatsapp': 'WhatsApp',
  'referral.subject': 'Pour ta visite chez {clinic}',
  'referral.message': '{offer}. Avec ce lien de {name}, c’est pour toi chez {clinic} : {link}',
  'referral.message-unnamed': '{offer}. Avec ce lien, c’est pour toi chez {clinic} : {link}',
  'referral.pending': '{amount}\u00a0{points} en route',
  'referral.joined': { one: '{count} proche inscrit', other: '{count} proches inscrits' },
  'referral.completed': { one: '{count} soin effectué', other: '{count} soins effectués' },
  'referral.qr-open': 'Afficher en code QR',
  'referral.qr-title': 'Scannez pour ouvrir le lien',
  'referral.qr-image': 'Code QR de votre lien',
  'referral.qr-save': 'Enregistrer {kind}',
  'referral.qr-print': 'Imprimer',
  'referral.qr-close': 'Fermer',
  'referral.qr-failed': 'Le code n’a pas pu être chargé. Vérifiez votre connexion et réessayez.',
};
