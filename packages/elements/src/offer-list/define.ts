import { register } from '../internal/register.js';
import { OfferListElement } from './offer-list.js';

register('offer-list', OfferListElement);

export type { OfferListElement } from './offer-list.js';
