// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../visit-preview/define.js';
import { VisitPreviewElement } from '../visit-preview/visit-preview.js';
import { wrap } from './wrap.js';

/**
 * On the booking page: what this visit earns, which tier it reaches, and what is left to pay. Signed in
 * it is what the till would say, by one request for each visit that is chosen; signed out it is what
 * the program's plain rates give at least.
 */
export const VisitPreview = wrap('visit-preview', VisitPreviewElement, [
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
