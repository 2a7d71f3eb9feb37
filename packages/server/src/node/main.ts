#!/usr/bin/env node
import { runCommand, wrongUse } from './run-command.js';
import { WrongSetting } from './settings.js';

try {
  process.exitCode = await runCommand(process.argv.slice(2), process.env);
} catch (error) {
  if (error instanceof WrongSetting) {
    console.error(error.message);
    process.exitCode = wrongUse;
  } else {
    console.error(error);
    process.exitCode = 1;
  }
}
