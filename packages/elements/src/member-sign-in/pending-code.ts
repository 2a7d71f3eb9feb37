import type { CodeAnswer } from '@afterglow/contract';

/**
 * The code that is under way, kept for this visit so that a reload goes on at the code: an in-app
 * browser is often left to read the message. Neither the number nor the code is kept.
 */
export interface PendingCode {
  read(): CodeAnswer | undefined;
  write(answer: CodeAnswer): void;
  clear(): void;
}

/** @param key - The publishable key. @param now - Epoch milliseconds; an expired code is passed over. */
export function pendingCode(key: string, now: () => number = Date.now): PendingCode {
  const name = `afterglow:${key}:challenge`;
  const quietly = <T>(use: () => T): T | undefined => {
    try {
      return use();
    } catch {
      // Denied storage: the page simply starts again at the number.
      return undefined;
    }
  };
  return {
    read: () =>
      quietly(() => {
        const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
        return isCodeAnswer(kept) && Date.parse(kept.expiresAt) > now() ? kept : undefined;
      }),
    write: (answer) => void quietly(() => sessionStorage.setItem(name, JSON.stringify(answer))),
    clear: () => void quietly(() => sessionStorage.removeItem(name)),
  };
}

function isCodeAnswer(value: unknown): value is CodeAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return ['challengeId', 'hint', 'expiresAt', 'resendAt'].every(
    (field) => typeof fields[field] === 'string',
  );
}
