import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryRateLimiter } from './memory-rate-limiter.js';

describe('rate limiter in memory', () => {
  const limit = { uses: 2, perMs: 1000 };

  it('allows so many uses in any window, and says how long to wait for the next', async () => {
    let now = 0;
    const limiter = createMemoryRateLimiter({ now: () => now });
    const takeAt = (at: number) => {
      now = at;
      return limiter.take('a', limit);
    };

    assert.deepEqual([await takeAt(0), await takeAt(900)], [0, 0]);
    assert.equal(await takeAt(950), 50);
    assert.equal(await takeAt(1000), 0, 'the refused use did not count');
    assert.equal(await takeAt(1100), 800);
    assert.equal(await takeAt(1900), 0);
  });

  it('counts each key apart, and forgets keys whose window is over', async () => {
    let now = 0;
    const limiter = createMemoryRateLimiter({ now: () => now });
    await limiter.take('a', { uses: 1, perMs: 60_000 });
    for (let i = 0; i < 10_050; i++) await limiter.take(`b${i}`, limit);
    now = 5000;

    assert.equal(await limiter.take('c', limit), 0);
    assert.equal(await limiter.take('a', { uses: 1, perMs: 60_000 }), 55_000);
  });
});
