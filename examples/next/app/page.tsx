import { MemberSignIn, PointsBalance, TierProgress } from '@afterglow/elements/react';

export default function Balance() {
  return (
    <>
      <MemberSignIn headingLevel={2} />
      <PointsBalance />
      <TierProgress headingLevel={2} />
    </>
  );
}
