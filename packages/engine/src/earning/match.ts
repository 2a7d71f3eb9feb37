import type { LineMatch, VisitLine } from '@afterglow/contract';

/** What rules read of a line. */
export type MatchedLine = Pick<VisitLine, 'kind' | 'code' | 'category' | 'provider'>;

/** What rules read of the visit around it. */
export interface Place {
  readonly location?: string | undefined;
  readonly channel?: string | undefined;
}

function admits(list: readonly string[] | undefined, value: string | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value));
}

/** Whether a rule speaks of a line. What the rule leaves out fits; a list fits by any member. */
export function fitsLine(match: LineMatch, line: MatchedLine, place: Place): boolean {
  return (
    admits(match.kinds, line.kind) &&
    admits(match.categories, line.category) &&
    admits(match.codes, line.code) &&
    admits(match.providers, line.provider) &&
    admits(match.locations, place.location) &&
    admits(match.channels, place.channel)
  );
}
