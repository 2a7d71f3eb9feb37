/** What message-preferences says in English. What one agrees to is sent with a yes, word by word. */
export const words = {
  'preferences.title': 'Your messages',
  'preferences.about': 'Each change is saved at once.',
  'preferences.waiting': 'Loading your choices',
  'preferences.signed-out': 'Sign in to choose what we may send you.',
  'preferences.empty': 'There is nothing to choose here yet.',

  'preferences.reminders': 'Your points and visits',
  'preferences.reminders-about': 'What ends soon, and what is ready for you.',
  'preferences.marketing': 'Offers and news',
  'preferences.marketing-about': 'Only if you like. Nothing you buy depends on it.',
  'preferences.sms': 'Texts to {address}',
  'preferences.email': 'E-mails to {address}',
  'preferences.sms-terms':
    'By switching this on you agree to marketing texts from {clinic} to this number. How often they come varies. Message and data rates may apply. Reply STOP to end them, HELP for help.',
  'preferences.email-terms': 'Each of them has a link that ends them.',
  'preferences.no-sms': 'Texts, once we have your number',
  'preferences.no-email': 'E-mails, once we have your address',
  'preferences.name': 'Your name',
  'preferences.name-share': 'Whoever invited me may see my first name',
  'preferences.language': 'Language',
  'preferences.language-clinic': 'As the clinic writes',
  'preferences.terms': 'Terms',
  'preferences.privacy': 'Privacy',

  'preferences.saving': 'Saving',
  'preferences.saved': 'Saved',
  'preferences.saved-named': 'Saved: {name}',
  'preferences.failed': 'This was not saved. It is as it was before.',
  'preferences.unanswered':
    'We could not reach the clinic and can’t tell if this was saved. Look here again when you are online.',
} as const;
