import type { Command } from '../command.js';
import { readArguments } from '../command.js';
import { openStore } from '../open-store.js';

/** `afterglow migrate`: brings the tables up to date. Every other command does so too. */
export const migrate: Command = {
  summary: 'makes the tables of the database, or what is missing of them',
  usage: '',
  async run(args, settings) {
    readArguments(args, {});
    const store = await openStore(settings.database);
    await store.close();
    console.log('The tables are up to date.');
  },
};
