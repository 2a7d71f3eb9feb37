/** What loyalty-home says in English. */
export const words = {
  'home.waiting': 'Loading your rewards',
  'home.nav': 'Your rewards',
  'home.home': 'Home',
  'home.offers': 'Offers',
  'home.appointment': 'Appointment',
  'home.status': 'Status',
  'home.hello': 'Good to see you, {name}',
  'home.hello-unnamed': 'Good to see you',
  'home.since': 'Member since {year}',
  'home.visit': 'Choose a time that suits you. What you earn arrives by itself afterwards.',
  'home.invite': 'Every visit gives something back',
  'home.invite-why': 'Points for the visits you make anyway, and offers that are yours alone.',
} as const;
