import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLogger } from './logger.js';

describe('log lines', () => {
  const linesOf = (
    level: 'info' | 'warn',
    write: (log: ReturnType<typeof createLogger>) => void,
  ) => {
    const lines: string[] = [];
    write(createLogger(level, { write: (line) => lines.push(line) }));
    return lines;
  };

  it('withhold what is personal, up to two levels down', () => {
    const [line = ''] = linesOf('info', (log) => {
      const member = { firstName: 'Ana', id: 'mem_1' };
      log.info({ phone: '+13125550100', member, event: { member } }, 'taken');
    });

    assert.doesNotMatch(line, /Ana|3125550100/);
    assert.equal(JSON.parse(line).event.member.id, 'mem_1');
  });

  it('are written from the level on that was asked for', () => {
    const lines = linesOf('warn', (log) => {
      log.info({}, 'quiet');
      log.warn({}, 'loud');
      log.error({}, 'louder');
    });

    assert.deepEqual(
      lines.map((line) => JSON.parse(line).msg),
      ['loud', 'louder'],
    );
  });
});
