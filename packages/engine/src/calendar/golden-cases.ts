/**
 * What the calendar must answer: 101 cases in 13 zones, as data.
 *
 * The expected values are not made by our code. They were found with Python's `zoneinfo` (IANA time
 * zone data), by asking minute by minute for the first one whose wall clock shows what is looked
 * for, and with its `calendar`, day by day for windows. Days and times are local, instants in UTC.
 */

/** `startOfDay`: the first instant of a local day. */
export const starts: readonly (readonly [
  zone: string,
  day: string,
  startsAt: string,
  why: string,
])[] = [
  [
    'America/Chicago',
    '2026-01-01',
    '2026-01-01T06:00:00.000Z',
    'an ordinary winter midnight, six hours behind',
  ],
  [
    'America/Chicago',
    '2026-07-01',
    '2026-07-01T05:00:00.000Z',
    'the same in summer, five hours behind',
  ],
  [
    'America/New_York',
    '2026-03-08',
    '2026-03-08T05:00:00.000Z',
    'clocks go forward at 2: midnight is still in winter time',
  ],
  ['America/New_York', '2026-03-09', '2026-03-09T04:00:00.000Z', 'the day after, in summer time'],
  [
    'America/New_York',
    '2026-11-01',
    '2026-11-01T04:00:00.000Z',
    'clocks go back at 2: midnight is still in summer time',
  ],
  ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z', 'the day after, in winter time'],
  ['America/Los_Angeles', '2024-02-29', '2024-02-29T08:00:00.000Z', 'a leap day'],
  ['Europe/London', '2026-03-29', '2026-03-29T00:00:00.000Z', 'clocks go forward at 1'],
  ['Europe/London', '2026-10-25', '2026-10-24T23:00:00.000Z', 'clocks go back at 2'],
  ['Asia/Kathmandu', '2026-05-01', '2026-04-30T18:15:00.000Z', 'five hours and 45 minutes ahead'],
  [
    'Asia/Kathmandu',
    '1986-01-01',
    '1985-12-31T18:30:00.000Z',
    'the day on which Nepal left India’s time: midnight is skipped by 15 minutes',
  ],
  ['Asia/Kolkata', '2026-12-31', '2026-12-30T18:30:00.000Z', 'five and a half hours ahead'],
  [
    'America/Sao_Paulo',
    '2018-11-04',
    '2018-11-04T03:00:00.000Z',
    'no midnight: clocks go from 0 to 1',
  ],
  [
    'America/Sao_Paulo',
    '2018-02-17',
    '2018-02-17T02:00:00.000Z',
    'the last day of summer time, which has 25 hours',
  ],
  [
    'America/Sao_Paulo',
    '2018-02-18',
    '2018-02-18T03:00:00.000Z',
    'the evening before was repeated; midnight is the one in winter time',
  ],
  [
    'America/Sao_Paulo',
    '2026-11-01',
    '2026-11-01T03:00:00.000Z',
    'summer time was given up in 2019: an ordinary midnight',
  ],
  [
    'America/Havana',
    '2026-03-08',
    '2026-03-08T05:00:00.000Z',
    'no midnight here either: clocks go from 0 to 1',
  ],
  [
    'America/Havana',
    '2026-11-01',
    '2026-11-01T04:00:00.000Z',
    'midnight comes twice, and the first counts',
  ],
  [
    'Australia/Lord_Howe',
    '2026-10-04',
    '2026-10-03T13:30:00.000Z',
    'clocks go forward by half an hour',
  ],
  [
    'Australia/Lord_Howe',
    '2026-10-05',
    '2026-10-04T13:00:00.000Z',
    'the day after, eleven hours ahead',
  ],
  [
    'Australia/Lord_Howe',
    '2026-04-05',
    '2026-04-04T13:00:00.000Z',
    'clocks go back by half an hour',
  ],
  [
    'Australia/Lord_Howe',
    '2026-04-06',
    '2026-04-05T13:30:00.000Z',
    'the day after, ten and a half hours ahead',
  ],
  ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z', 'the last day east of the date line'],
  [
    'Pacific/Apia',
    '2011-12-30',
    '2011-12-30T10:00:00.000Z',
    'a day that Samoa never had: the start of the next',
  ],
  ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', 'the first day west of the date line'],
  ['Pacific/Auckland', '2027-01-01', '2026-12-31T11:00:00.000Z', 'thirteen hours ahead in summer'],
  ['America/St_Johns', '2026-01-01', '2026-01-01T03:30:00.000Z', 'three and a half hours behind'],
  [
    'America/St_Johns',
    '2010-11-07',
    '2010-11-07T02:30:00.000Z',
    'clocks went back at one minute past midnight: the first midnight counts',
  ],
];

/** `noonOf`: when a fact happens that has a day and no time. */
export const noons: readonly (readonly [zone: string, day: string, noonAt: string, why: string])[] =
  [
    ['America/Chicago', '2026-11-21', '2026-11-21T18:00:00.000Z', 'winter'],
    ['America/Chicago', '2026-06-21', '2026-06-21T17:00:00.000Z', 'summer'],
    ['America/Winnipeg', '2018-07-30', '2018-07-30T17:00:00.000Z', 'a summer day in Manitoba'],
    [
      'America/New_York',
      '2026-03-08',
      '2026-03-08T16:00:00.000Z',
      'the day has 23 hours, and its noon comes 11 hours after midnight',
    ],
    ['America/New_York', '2026-11-01', '2026-11-01T17:00:00.000Z', 'the day has 25 hours'],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-04T01:00:00.000Z', 'half an hour less'],
    [
      'Asia/Kathmandu',
      '2026-12-31',
      '2026-12-31T06:15:00.000Z',
      'a quarter of an hour off the hour',
    ],
    ['Asia/Kolkata', '2024-02-29', '2024-02-29T06:30:00.000Z', 'a leap day'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T14:00:00.000Z', 'the day began at 1'],
    [
      'Pacific/Apia',
      '2011-12-30',
      '2011-12-30T10:00:00.000Z',
      'a day that Samoa never had: the start of the next',
    ],
  ];

/** `atLocalTime`: the first instant at which the wall clock shows a time or a later one. */
export const wallTimes: readonly (readonly [
  zone: string,
  day: string,
  time: string,
  at: string,
  why: string,
])[] = [
  [
    'America/New_York',
    '2026-03-08',
    '02:30',
    '2026-03-08T07:00:00.000Z',
    'a time that is skipped: the moment of the change',
  ],
  [
    'America/New_York',
    '2026-11-01',
    '01:30',
    '2026-11-01T05:30:00.000Z',
    'a time that comes twice: the first',
  ],
  [
    'America/New_York',
    '2026-11-01',
    '02:00',
    '2026-11-01T07:00:00.000Z',
    'the first instant at 2 lies behind the repeated hour',
  ],
  ['Europe/London', '2026-10-25', '01:00', '2026-10-25T00:00:00.000Z', 'the repeated hour begins'],
  [
    'Australia/Lord_Howe',
    '2026-10-04',
    '02:15',
    '2026-10-03T15:30:00.000Z',
    'inside the skipped half hour',
  ],
  [
    'Australia/Lord_Howe',
    '2026-04-05',
    '01:45',
    '2026-04-04T14:45:00.000Z',
    'inside the repeated half hour',
  ],
  [
    'America/Sao_Paulo',
    '2018-11-04',
    '00:30',
    '2018-11-04T03:00:00.000Z',
    'inside the skipped midnight hour',
  ],
  ['Asia/Kathmandu', '2026-07-14', '09:00', '2026-07-14T03:15:00.000Z', 'an appointment at 9'],
  ['America/Winnipeg', '2018-08-10', '14:10', '2018-08-10T19:10:00.000Z', 'a booking in summer'],
];

/** `localDayAt`: the day that the wall calendar shows. */
export const days: readonly (readonly [zone: string, instant: string, day: string, why: string])[] =
  [
    ['America/Los_Angeles', '2026-11-22T07:59:59.000Z', '2026-11-21', 'the last second of a day'],
    ['America/Los_Angeles', '2026-11-22T08:00:00.000Z', '2026-11-22', 'midnight'],
    ['Asia/Kathmandu', '2026-12-31T18:14:59.000Z', '2026-12-31', 'the last second of a year'],
    [
      'Asia/Kathmandu',
      '2026-12-31T18:15:00.000Z',
      '2027-01-01',
      'the new year, before most of the world',
    ],
    ['Asia/Kolkata', '2024-02-28T18:30:00.000Z', '2024-02-29', 'a leap day begins'],
    ['Pacific/Apia', '2011-12-30T09:59:59.000Z', '2011-12-29', 'the last second of the 29th'],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31', 'the 31st follows it'],
    [
      'America/Sao_Paulo',
      '2018-11-04T02:59:59.000Z',
      '2018-11-03',
      'the last second before the skipped midnight',
    ],
    ['America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-04', 'one o’clock of the next day'],
    [
      'America/Havana',
      '2026-11-01T05:30:00.000Z',
      '2026-11-01',
      'half past midnight for the second time: still the same day',
    ],
    ['Australia/Lord_Howe', '2026-04-04T13:00:00.000Z', '2026-04-05', 'midnight in summer time'],
    [
      'America/Chicago',
      '2027-01-01T05:59:59.000Z',
      '2026-12-31',
      'the last second of a year, six hours after London',
    ],
  ];

/** `addMonths`: the same day of the month, or the last one where the month is too short. */
export const months: readonly (readonly [
  day: string,
  months: number,
  later: string,
  why: string,
])[] = [
  ['2026-01-31', 1, '2026-02-28', 'a month end into a shorter month'],
  ['2026-01-31', 2, '2026-03-31', 'counted from the origin, the 31st is back'],
  ['2024-01-31', 1, '2024-02-29', 'into a leap February'],
  ['2024-02-29', 12, '2025-02-28', 'a leap day into an ordinary year'],
  ['2024-02-29', 48, '2028-02-29', 'a leap day into the next leap year'],
  ['2096-02-29', 48, '2100-02-28', '2100 is no leap year'],
  ['1996-02-29', 48, '2000-02-29', '2000 was one'],
  ['2026-10-31', 4, '2027-02-28', 'over the end of the year into February'],
  ['2026-12-31', 6, '2027-06-30', 'into a month of 30 days'],
  ['2026-03-31', -1, '2026-02-28', 'backwards into February'],
  ['2024-03-31', -1, '2024-02-29', 'backwards into a leap February'],
  ['2026-01-15', -1, '2025-12-15', 'backwards over the end of the year'],
  ['2026-05-31', 0, '2026-05-31', 'no month at all'],
  ['2026-08-31', -18, '2025-02-28', 'eighteen months back'],
];

/** `lapseInstant`: the first instant after the last day of a number of months. */
export const lapses: readonly (readonly [
  zone: string,
  day: string,
  months: number,
  lapsesAt: string,
  why: string,
])[] = [
  [
    'America/Chicago',
    '2025-11-21',
    12,
    '2026-11-22T06:00:00.000Z',
    'a year: through the same date, gone on the day after',
  ],
  [
    'America/Chicago',
    '2024-02-29',
    12,
    '2025-03-01T06:00:00.000Z',
    'bought on a leap day: through 28 February',
  ],
  [
    'America/Chicago',
    '2024-02-28',
    12,
    '2025-03-01T06:00:00.000Z',
    'bought the day before: the same',
  ],
  [
    'America/Chicago',
    '2023-02-28',
    12,
    '2024-02-29T06:00:00.000Z',
    '28 February into a leap year: gone on the 29th',
  ],
  [
    'America/New_York',
    '2025-10-31',
    12,
    '2026-11-01T04:00:00.000Z',
    'gone on the day of the change',
  ],
  [
    'America/New_York',
    '2025-03-07',
    12,
    '2026-03-08T05:00:00.000Z',
    'gone on the day that clocks go forward',
  ],
  [
    'America/Sao_Paulo',
    '2017-11-03',
    12,
    '2018-11-04T03:00:00.000Z',
    'gone when a day without midnight begins',
  ],
  [
    'Australia/Lord_Howe',
    '2025-10-04',
    12,
    '2026-10-04T13:00:00.000Z',
    'gone in summer time, half an hour earlier in UTC',
  ],
  [
    'Asia/Kathmandu',
    '2025-12-31',
    12,
    '2026-12-31T18:15:00.000Z',
    'through the last day of the next year',
  ],
  [
    'Asia/Kolkata',
    '2026-01-31',
    1,
    '2026-02-28T18:30:00.000Z',
    'a month end: through the last day of February',
  ],
  [
    'Pacific/Apia',
    '2011-06-29',
    6,
    '2011-12-30T10:00:00.000Z',
    'the day after was skipped: gone when the one behind it begins',
  ],
  ['Europe/London', '2026-08-31', 6, '2027-03-01T00:00:00.000Z', 'six months into February'],
];

/** `leavesWindowOn`: the first day whose window of months no longer holds a day. */
export const windowEnds: readonly (readonly [
  day: string,
  months: number,
  leavesOn: string,
  why: string,
])[] = [
  ['2025-11-21', 12, '2026-11-21', 'the same date a year later'],
  [
    '2024-02-29',
    12,
    '2025-03-01',
    'still counts on 28 February, whose twelve months begin after the 28th',
  ],
  ['2024-02-28', 12, '2025-02-28', 'is out on 28 February'],
  ['2023-02-28', 12, '2024-02-28', '28 February before a leap year'],
  ['2026-01-31', 1, '2026-03-01', 'still counts on 28 February'],
  ['2026-01-29', 1, '2026-03-01', 'still counts on 28 February too'],
  ['2026-01-28', 1, '2026-02-28', 'is out on 28 February'],
  ['2025-12-31', 6, '2026-07-01', 'still counts on 30 June'],
  ['2026-03-31', 12, '2027-03-31', 'a month end'],
];

/** `occursOn`: the day on which a birthday falls in a year. */
export const occasions: readonly (readonly [
  monthDay: string,
  year: number,
  day: string,
  why: string,
])[] = [
  ['02-29', 2024, '2024-02-29', 'a leap year'],
  ['02-29', 2026, '2026-02-28', 'an ordinary year: the 28th'],
  ['02-29', 2000, '2000-02-29', 'a leap year, since 400 divides it'],
  ['02-29', 2100, '2100-02-28', 'none: the 28th'],
  ['02-28', 2024, '2024-02-28', 'stays the 28th in a leap year'],
  ['12-31', 2026, '2026-12-31', 'the last day of a year'],
  ['01-01', 2027, '2027-01-01', 'the first'],
];
