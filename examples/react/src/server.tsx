import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app.js';
import { clinic } from './clinic.js';

/** The page as the server sends it: every element is there as a tag, and has its final size. */
export function render(): string {
  return renderToString(
    <StrictMode>
      <App {...clinic} />
    </StrictMode>,
  );
}
