/**
 * Days, instants and zones, as pure arithmetic: no clock is read here, now always comes in.
 *
 * Local days are the stored truth and instants are computed from them, always from the origin. The
 * zones' rules are those of the runtime's `Intl`.
 */
export type { LocalDay, MonthDay } from './calendar/days.js';
export {
  addDays,
  addMonths,
  addYears,
  compareDays,
  dayNumberOf,
  dayOfNumber,
  daysBetween,
  isLocalDay,
  isMonthDay,
  lastDayOfQuarter,
  monthsLater,
  MS_PER_DAY,
  occursOn,
  quarterOf,
  yearOf,
} from './calendar/days.js';
export type { Epoch, Instant } from './calendar/instants.js';
export { epochOf, instantOf, isInstant, readInstant } from './calendar/instants.js';
export {
  lapseInstant,
  lapseInstantOf,
  leavesWindowOn,
  leavesWindowOnNumber,
  windowStart,
} from './calendar/spans.js';
export type { TimeZone } from './calendar/zones.js';
export {
  atLocalTime,
  isTimeZone,
  localDayAt,
  localDayNumberAt,
  noonOf,
  offsetAt,
  startOfDay,
  startOfDayNumber,
} from './calendar/zones.js';
