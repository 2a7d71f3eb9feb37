import { isTagPrefix, tagPrefixAdvice } from '@afterglow/contract/tag-prefix';
import type { Command } from '../command.js';
import { readArguments } from '../command.js';
import { examinePage } from '../doctor/examine-page.js';
import { findChromium } from '../doctor/find-chromium.js';
import { subjects } from '../doctor/finding.js';
import type { Checked } from '../doctor/finding.js';
import { WrongSetting } from '../settings.js';

const options = {
  json: { type: 'boolean' },
  'no-browser': { type: 'boolean' },
  prefix: { type: 'string' },
} as const;

/** `afterglow doctor`: says what is wrong with a page that has elements. Exit code 1 for a fault. */
export const doctor: Command = {
  summary: 'looks at a page with elements and says what is broken there',
  usage: 'https://clinic.example/page [--json] [--no-browser] [--prefix clinic-]',
  async run(args) {
    const { values, positionals } = readArguments(args, options, 1);
    const address = readAddress(positionals[0]);
    const chromium = values['no-browser'] ? undefined : findChromium(process.env);
    const { prefix } = values;
    if (prefix !== undefined && !isTagPrefix(prefix))
      throw new WrongSetting(tagPrefixAdvice(prefix));
    const checked = await examinePage(address, chromium, prefix);

    const findings = checked.flatMap((one) => one.findings);
    const faults = findings.filter(({ isFault }) => isFault).length;
    if (values.json)
      console.log(JSON.stringify({ url: address.href, faults, checked }, undefined, 2));
    else for (const line of reportLines(address, checked, faults)) console.log(line);
    return faults === 0 ? 0 : 1;
  },
};

function readAddress(text: string | undefined): URL {
  if (text === undefined)
    throw new WrongSetting('Say which page: afterglow doctor https://clinic.example/page');
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address && /^https?:$/.test(address.protocol)) return address;
  throw new WrongSetting(`"${text}" is no address of a page, such as https://clinic.example/page.`);
}

function reportLines(address: URL, checked: readonly Checked[], faults: number): readonly string[] {
  const sum = faults === 0 ? 'no fault' : faults === 1 ? '1 fault' : `${faults} faults`;
  return [
    ...checked.flatMap(({ subject, findings, leftOut }) => {
      if (leftOut !== undefined)
        return [`  -      ${subjects[subject]}: not looked at, ${leftOut}`];
      if (findings.length === 0) return [`  ok     ${subjects[subject]}`];
      return findings.flatMap(({ isFault, code, message, advice }) => [
        `  ${isFault ? 'fault' : 'note '}  ${code}: ${printable(message)}`,
        `         ${printable(advice)}`,
      ]);
    }),
    `${address.href}: ${sum}.`,
  ];
}

/** A page's own words may hold what a terminal would obey. */
const printable = (text: string) => text.replace(/\p{Cc}/gu, ' ');
