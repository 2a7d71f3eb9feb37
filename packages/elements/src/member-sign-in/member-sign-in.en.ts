/** What member-sign-in says in English. */
export const words = {
  'sign-in.title': 'Your rewards at {clinic}',
  'sign-in.purpose':
    'Sign in with your mobile number. We text you a code, so there is no password.',
  'sign-in.phone': 'Mobile number',
  'sign-in.send': 'Text me a code',
  'sign-in.waiting': 'Loading the sign-in',

  'sign-in.code-title': 'Enter your code',
  'sign-in.code-sent': 'We texted six digits to {hint}.',
  'sign-in.code': 'Code',
  'sign-in.remember': 'Stay signed in on this device',
  'sign-in.remember-hint': 'For 90 days. Leave it off on a phone that others use.',
  'sign-in.submit': 'Sign in',
  'sign-in.other-number': 'Use another number',
  'sign-in.resend': 'Send a new code',
  'sign-in.resend-in': {
    one: 'You can ask for a new code in {count} second.',
    other: 'You can ask for a new code in {count} seconds.',
  },
  'sign-in.resent': 'A new code is on its way.',

  'sign-in.join-title': 'Welcome to {clinic}',
  'sign-in.join-purpose':
    'Your number is confirmed. One more step and you are a member; it is free.',
  'sign-in.join-points': {
    one: 'You start with {count} point.',
    other: 'You start with {count} points.',
  },
  'sign-in.first-name': 'First name',
  'sign-in.optional': 'optional',
  'sign-in.friend-code': 'Code from a friend or the clinic',
  'sign-in.friend-offer': 'From your friend: {offer}',
  'sign-in.terms': 'I agree to the terms of the program.',
  'sign-in.terms-link': 'Terms',
  'sign-in.privacy-link': 'Privacy',
  'sign-in.marketing': 'Text me news and offers. You can stop at any time.',
  'sign-in.marketing-terms':
    'How often they come varies. Message and data rates may apply. Reply STOP to end them, HELP for help.',
  'sign-in.share-name': 'Let the friend who invited me see my first name.',
  'sign-in.join': 'Join',

  'sign-in.hello': 'Hello, {name}',
  'sign-in.hello-unnamed': 'Hello',
  'sign-in.signed-in': 'You are signed in at {clinic}.',
  'sign-in.since': 'Member since {day}.',
  'sign-in.sign-out': 'Sign out',
  'sign-in.close': 'Close',
  'sign-in.working': 'One moment',

  'sign-in.phone_invalid': 'That does not look like a mobile number. Check it and try again.',
  'sign-in.code_invalid': 'That is not the code we sent. Check the message and try again.',
  'sign-in.code_expired': 'Your code expired. We can send a new one.',
  'sign-in.code_attempts_exceeded': 'That code was tried too often. We can send a new one.',
  'sign-in.consent_required': 'To join, please agree to the terms.',
  'sign-in.referral_code_unknown': 'There is no such code. Check it, or leave the field empty.',
  'sign-in.member_ambiguous': 'The clinic has this number twice. Please call them to sort it out.',
  'sign-in.rate_limited': 'Too many codes were sent. Wait a few minutes and try again.',
} as const;
