/** What referral-welcome says in English. */
export const words = {
  'welcome.waiting': 'Loading your offer',
  'welcome.from': 'A friend thought of you',
  'welcome.how':
    'Yours at {clinic}. Keep it with your phone number, and it counts wherever you book or join.',
  'welcome.phone': 'Mobile number',
  'welcome.keep': 'Keep my offer',
  'welcome.working': 'One moment',
  'welcome.use': 'We use it to find your offer, and send nothing to it.',
  'welcome.kept': 'Your offer is kept for the number {hint} until {day}.',
  'welcome.next': 'Give this number when you book or join. The offer counts by itself.',
  'welcome.book': 'Book a visit',
  'welcome.join': 'Join the program',
  'welcome.other': 'Use another number',
  'welcome.no-code': 'Open the link from your friend once more to see your offer here.',
  'welcome.off': 'There is no offer for friends at the moment.',
  'welcome.member': 'You are a member here already. This offer is for friends who are new.',
  'welcome.yours': 'This offer is yours. You find it in your account.',
  'welcome.phone_invalid': 'That does not look like a mobile number. Check it and try again.',
  'welcome.referral_code_unknown':
    'This link is not known here any more. Ask your friend for a new one.',
  'welcome.rate_limited': 'That was tried a little too often. Wait an hour and try again.',
} as const;
