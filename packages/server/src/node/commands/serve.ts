import type { Command } from '../command.js';
import { readArguments } from '../command.js';
import { openPorts } from '../runtime.js';
import type { Listener } from '../listen.js';
import { closeInOrder, startServing, untilStopped } from '../serving.js';

/** `afterglow serve`: the API for every clinic of the database, until it is told to stop. */
export const serve: Command = {
  summary: 'serves the API and the elements',
  usage: '',
  async run(args, settings) {
    readArguments(args, {});
    const ports = await openPorts(settings, 'info');
    const open: Pick<Listener, 'close'>[] = [ports.store];
    try {
      const serving = await startServing(ports, settings.port);
      open.unshift({ close: () => serving.stop() });
      ports.logger.info({ port: serving.port }, 'serving');
      await untilStopped();
    } finally {
      await closeInOrder(open);
      ports.logger.info({}, 'stopped');
    }
  },
};
