import '@afterglow/elements/afterglow.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Clinic } from './clinic';
import './page.css';

export const metadata: Metadata = { title: 'Your rewards · Lumen Aesthetics' };

/** Around every page: the provider is made once and stays while the pages in it change. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Clinic
          publishableKey={process.env['AFTERGLOW_KEY'] ?? ''}
          apiBase={process.env['AFTERGLOW_API'] ?? 'http://localhost:4600'}
        >
          {children}
        </Clinic>
      </body>
    </html>
  );
}
