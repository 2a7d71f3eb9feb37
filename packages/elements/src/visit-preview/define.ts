import { register } from '../internal/register.js';
import { VisitPreviewElement } from './visit-preview.js';

register('visit-preview', VisitPreviewElement);

export type { VisitPreviewElement } from './visit-preview.js';
