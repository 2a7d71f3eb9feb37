import {
  EarnList,
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
        <p className="wordmark">
          <Mark /> Lumen Aesthetics
        </p>
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
        <h1>Your rewards</h1>
        <p className="lead">
          Points arrive at the till by themselves. Your phone number is all it takes to see them.
        </p>
        <div className="account">
          <div className="own">
            <MemberSignIn headingLevel={2} />
            <PointsBalance />
          </div>
          {view === 'balance' ? <Balance /> : <RewardList headingLevel={2} rows={4} />}
        </div>
        {claimed > 0 && <p role="status">Claimed on this page: {claimed}</p>}
      </main>
      <footer>
        <p>418 North Larkin Row, Suite 2, Chicago</p>
        <p>Tuesday to Saturday, from 9 am</p>
        <p>Lumen Aesthetics is a fictional clinic.</p>
      </footer>
    </LoyaltyProvider>
  );
}

/** How far the next tier is, or, for a stranger, how points are earned. */
function Balance() {
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

function Mark() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="14" r="12.5" />
      <circle cx="10.8" cy="10.8" r="8" />
      <circle cx="8" cy="8" r="4" />
    </svg>
  );
}
