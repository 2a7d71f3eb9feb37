'use client';
import { LoyaltyProvider } from '@afterglow/elements/react';
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
        <h1>Your account</h1>
        <nav aria-label="Account">
          {pages.map(({ path, name }) => (
            <Link key={path} href={path} aria-current={path === here ? 'page' : undefined}>
              {name}
            </Link>
          ))}
        </nav>
      </header>
      <main>
        {children}
        {claimed > 0 && <p role="status">Claimed on this page: {claimed}</p>}
      </main>
    </LoyaltyProvider>
  );
}
