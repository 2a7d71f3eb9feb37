/** What savings-calculator says in English. `{points}` is the clinic's name of the points. */
export const words = {
  'calculator.title': 'Your year at {clinic}',
  'calculator.waiting': 'Loading the calculator',
  'calculator.empty':
    'There is nothing to count here yet. Ask us what your visits would bring back.',
  'calculator.visits': 'Visits a year',
  'calculator.treatments': 'At each visit',
  'calculator.tier': 'Tier',
  'calculator.tier-reached': '{tier}, by spend',
  'calculator.package': 'Package',
  'calculator.no-package': 'None',
  'calculator.saving': 'Estimated saving in a year',
  'calculator.share': '{percent} of {money} in treatments',
  'calculator.choose': 'Choose a treatment to see what it brings.',
  'calculator.from-points': '{amount} {points}',
  'calculator.from-tier': '{tier} discount',
  'calculator.package-gain': 'Package discount',
  'calculator.package-loss': 'Package costs more than visits',
  'calculator.package-idle': 'Package: for other treatments',
  'calculator.how': 'How we count',

  'count.spend': '{treatment}: {visits}\u00a0×\u00a0{price}',
  'count.year': 'A year at single prices',
  'count.package':
    '{package}: {packages}\u00a0×\u00a0{price} in place of {singly} for {sessions} visits',
  'count.tier': '{tier}: {percent} off {treatment}, {visits}\u00a0×\u00a0{price}',
  'count.earn': '{visits}\u00a0×\u00a0{paid}, {rate} for each {per}',
  'count.bonus': 'With the package: {packages}\u00a0×\u00a0{amount}',
  'count.joined': '{points} for joining',
  'count.worth': '{amount}, worth {money} for each {per}',
  'count.note':
    'An estimate by today’s prices and rules. Points are rounded down. Offers of the season are left out.',
} as const;
