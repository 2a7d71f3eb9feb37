import {
  LoyaltyProvider,
  MemberSignIn,
  PointsBalance,
  RewardList,
  TierProgress,
} from '@afterglow/elements/react';
import { useState } from 'react';

/** Which part of the account is on screen. */
type View = 'balance' | 'rewards';

/** What this site is told by its environment. */
export interface Clinic {
  /** The publishable key. */
  readonly publishableKey: string;
  /** Origin of the API. */
  readonly apiBase: string;
}

/** The whole site: one provider around everything, elements wherever they are wanted. */
export function App({ publishableKey, apiBase }: Clinic) {
  const [view, setView] = useState<View>('balance');
  const [claimed, setClaimed] = useState(0);

  return (
    <LoyaltyProvider
      publishableKey={publishableKey}
      apiBase={apiBase}
      onGlowClaimed={() => setClaimed((before) => before + 1)}
    >
      <header>
        <h1>Your account</h1>
        <nav aria-label="Account">
          <button aria-pressed={view === 'balance'} onClick={() => setView('balance')}>
            Balance
          </button>
          <button aria-pressed={view === 'rewards'} onClick={() => setView('rewards')}>
            Rewards
          </button>
        </nav>
      </header>
      <main>
        <MemberSignIn headingLevel={2} />
        {view === 'balance' ? <Balance /> : <RewardList headingLevel={2} rows={2} />}
        {claimed > 0 && <p role="status">Claimed on this page: {claimed}</p>}
      </main>
    </LoyaltyProvider>
  );
}

function Balance() {
  return (
    <>
      <PointsBalance />
      <TierProgress headingLevel={2} />
    </>
  );
}
