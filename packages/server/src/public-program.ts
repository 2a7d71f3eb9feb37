import type { PublicProgram } from '@afterglow/contract';
import { ownerGrant } from '@afterglow/engine';
import { derivePalette } from './brand/palette.js';
import { logoAddress } from './logos.js';
import type { Clinic } from './programs.js';

/**
 * What pages may know of a program: nothing about a person, nothing about costs. The colors are
 * finished roles for light and dark, so that a page computes none.
 */
export function publicProgram(clinic: Clinic): PublicProgram {
  const { program, inForce, sandbox } = clinic;
  const { referral, brand, site } = program;
  const { name, currency, locale, timeZone } = program.clinic;
  const isActive = referral.legalMode !== 'off';
  return {
    clinic: { name, currency, locale, timeZone },
    brand: {
      color: brand.color,
      logoUrl: logoAddress(clinic.id, brand),
      radius: brand.radius ?? null,
      roles: rolesOf(brand),
    },
    site: { ...site, termsUrl: site.termsUrl ?? null, privacyUrl: site.privacyUrl ?? null },
    sandbox,
    version: inForce.version,
    points: program.points,
    joiningPoints: program.joiningPoints,
    earning: program.earning,
    ineligible: program.ineligible,
    tiers: program.tiers,
    referral: {
      active: isActive,
      owner: ownerGrant(program),
      friend: isActive ? referral.friend : null,
      friendOffer: referral.friendOffer,
      ownerOffer: referral.ownerOffer,
      shareText: referral.shareText ?? null,
      keepsDays: program.referralKeepsDays,
    },
    packages: program.packages.filter(({ onSale }) => onSale !== false),
    memberships: program.memberships,
    rewards: program.rewards,
    promotions: program.promotions,
    bonuses: program.bonuses,
    milestones: program.milestones,
    occasions: program.occasions,
    vip: program.vip ?? null,
    calculator: program.calculator,
  };
}

function rolesOf({ color, surface }: Clinic['program']['brand']): PublicProgram['brand']['roles'] {
  const palette = derivePalette(color, surface === undefined ? {} : { surface });
  return palette.ok ? { ...palette.roles } : {};
}
