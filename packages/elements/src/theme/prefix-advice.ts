import { isTagPrefix, tagPrefixAdvice } from '@afterglow/contract/tag-prefix';
import { warn } from '../internal/warning.js';

/** Tells a developer whose `data-prefix` no tag can have; elements then never come. */
export function adviseOnPrefix(prefix: string): void {
  if (prefix !== '' && !isTagPrefix(prefix)) warn(tagPrefixAdvice(prefix));
}
