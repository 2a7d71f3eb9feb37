import type { PublicProgram } from '@afterglow/contract';

/** Whether a clinic's patients write telephone numbers as North Americans do, without a country code. */
export function isNorthAmerican(program: Pick<PublicProgram, 'clinic'> | undefined): boolean {
  const { locale = '', currency = '' } = program?.clinic ?? {};
  return /-(US|CA)$/i.test(locale) || currency === 'USD' || currency === 'CAD';
}
