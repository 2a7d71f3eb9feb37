import type { Program } from '@afterglow/contract';

type LegalMode = Program['referral']['legalMode'];

/**
 * Regions whose law restricts paying a person for sending a patient even where no insurance pays.
 * There the friend may get an introductory price like anybody else, and the referrer gets nothing.
 * Product design, not legal advice: a clinic changes it with its own lawyer.
 */
const restricted: Readonly<Record<string, LegalMode>> = {
  'US-CA': 'friendOnly',
  'US-FL': 'friendOnly',
  'US-NY': 'friendOnly',
  'US-TX': 'friendOnly',
};

/**
 * The referral mode that a new clinic starts with.
 *
 * @param country - ISO 3166-1, two capitals.
 * @param region - State or province, such as `IL`. In the United States no reward is assumed to be
 *   allowed while the state is not known.
 */
export function defaultLegalMode(country: string, region: string | undefined): LegalMode {
  if (country === 'US' && region === undefined) return 'friendOnly';
  return restricted[`${country}-${region ?? ''}`] ?? 'reward';
}
