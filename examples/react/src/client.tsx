import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './app.js';
import { clinic } from './clinic.js';

const root = document.querySelector('#root');
if (!root) throw new ReferenceError('This page has no #root.');

hydrateRoot(
  root,
  <StrictMode>
    <App {...clinic} />
  </StrictMode>,
);
