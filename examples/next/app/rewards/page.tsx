import { RewardList } from '@afterglow/elements/react';

export default function Rewards() {
  return <RewardList headingLevel={2} rows={4} />;
}
