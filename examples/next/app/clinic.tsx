'use client';
import { LoyaltyProvider, MemberSignIn, PointsBalance } from '@afterglow/elements/react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState, type ReactNode } from 'react';

/** What the layout hands on from the environment of the server. */
interface ClinicProps {
  /** The publishable key. */
  readonly publishableKey: string;
  /** Origin of the API. */
  readonly apiBase: string;
  readonly children: ReactNode;
}

const pages = [
  { path: '/', name: 'Balance' },
  { path: '/rewards', name: 'Rewards' },
];

/** What listens to elements runs in the browser, so the provider lies in a client file of its own. */
export function Clinic({ publishableKey, apiBase, children }: ClinicProps) {
  const here = usePathname();
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
          {pages.map(({ path, name }) => (
            <Link key={path} href={path} aria-current={path === here ? 'page' : undefined}>
              {name}
            </Link>
          ))}
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
          {children}
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

function Mark() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="14" r="12.5" />
      <circle cx="10.8" cy="10.8" r="8" />
      <circle cx="8" cy="8" r="4" />
    </svg>
  );
}
