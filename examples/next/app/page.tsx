import { EarnList, TierProgress } from '@afterglow/elements/react';

/** How far the next tier is, or, for a stranger, how points are earned. */
export default function Balance() {
  return (
    <div>
      <div className="for-members">
        <TierProgress headingLevel={2} />
      </div>
      <div className="for-strangers">
        <EarnList headingLevel={2} rows={4} />
      </div>
    </div>
  );
}
