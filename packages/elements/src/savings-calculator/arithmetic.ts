import type { PublicProgram } from '@afterglow/contract';
import type { Savings, SavingsReason } from '@afterglow/engine/savings';
import { html, nothing, type TemplateResult } from 'lit';
import type { WordArgs, WordKey } from '../internal/words.js';

/** How the calculator writes words and numbers in the reader's language. */
export interface Wording {
  say(key: WordKey, args?: WordArgs): string;
  text(text: PublicProgram['clinic']['name']): string;
  /** Minor units of the clinic's currency. */
  money(amount: number): string;
  number(value: number): string;
  percent(ratio: number): string;
}

/** One line: what is counted, and what comes of it. */
export interface Step {
  readonly what: string;
  readonly result: string;
  /** Left out: a step on the way. `part`: it goes into the sum. */
  readonly role?: 'subtotal' | 'part' | 'total';
}

/** The reasons of a result in words, each with its numbers, in the order in which they are counted. */
export function stepsOf(program: PublicProgram, savings: Savings, wording: Wording): Step[] {
  const steps = savings.because.map((reason) => stepOf(program, reason, wording));
  const lastSpend = savings.because.findLastIndex(({ rule }) => rule === 'spend') + 1;
  steps.splice(lastSpend, 0, {
    what: wording.say('count.year'),
    result: wording.money(savings.yearlySpend),
    role: 'subtotal',
  });
  return steps;
}

function stepOf(program: PublicProgram, { rule, args }: SavingsReason, wording: Wording): Step {
  const { say, money, number } = wording;
  const numberOf = (name: string) => Number(args[name]);
  const moneyOf = (name: string) => money(numberOf(name));
  const treatment = () => nameOf(program.calculator.treatments, 'treatment');
  const points = (value: number) => `${number(value)} ${wording.text(program.points.name)}`;
  const nameOf = (
    list: readonly { readonly code: string; readonly name: PublicProgram['clinic']['name'] }[],
    arg: string,
  ) => {
    const found = list.find(({ code }) => code === args[arg]);
    return found ? wording.text(found.name) : String(args[arg]);
  };

  // An earning rule has the clinic's own id, which may be any word.
  if ('perMinorUnits' in args) {
    const rate = points(numberOf('points'));
    const [per, paid] = [moneyOf('perMinorUnits'), moneyOf('paid')];
    const what = say('count.earn', { rate, per, paid, visits: numberOf('visits') });
    return { what, result: number(numberOf('earned')) };
  }
  switch (rule) {
    case 'spend': {
      const [visits, price] = [numberOf('visits'), moneyOf('price')];
      const what = say('count.spend', { treatment: treatment(), visits, price });
      return { what, result: moneyOf('spend') };
    }
    case 'package': {
      const what = say('count.package', {
        package: nameOf(program.packages, 'package'),
        packages: numberOf('packages'),
        price: moneyOf('price'),
        singly: moneyOf('singly'),
        sessions: numberOf('sessions'),
      });
      return { what, result: moneyOf('saving'), role: 'part' };
    }
    case 'tier': {
      const level = program.tiers.levels.find(({ id }) => id === args['tier']);
      const what = say('count.tier', {
        tier: level ? wording.text(level.name) : '',
        percent: wording.percent(numberOf('percent') / 100),
        treatment: treatment(),
        visits: numberOf('visits'),
        price: moneyOf('price'),
      });
      return { what, result: moneyOf('saving'), role: 'part' };
    }
    case 'packageBonus': {
      const [packages, amount] = [numberOf('packages'), points(numberOf('points'))];
      return { what: say('count.bonus', { packages, amount }), result: number(numberOf('earned')) };
    }
    case 'joined':
      return {
        what: say('count.joined', { points: wording.text(program.points.name) }),
        result: number(numberOf('points')),
      };
    default: {
      const [money, per] = [moneyOf('amount'), points(numberOf('perPoints'))];
      const what = say('count.worth', { amount: points(numberOf('points')), money, per });
      return { what, result: moneyOf('worth'), role: 'part' };
    }
  }
}

/** The arithmetic as it stands under "How we count". */
export function arithmetic(
  program: PublicProgram,
  savings: Savings,
  wording: Wording,
): TemplateResult {
  const steps: readonly Step[] = [
    ...stepsOf(program, savings, wording),
    { what: wording.say('calculator.saving'), result: wording.money(savings.total), role: 'total' },
  ];
  return html`
    <dl class="steps" part="list">
      ${steps.map(
        ({ what, result, role }) =>
          html`<div class=${role ?? nothing}>
            <dt>${what}</dt>
            <dd>${result}</dd>
          </div>`,
      )}
    </dl>
    <p class="quiet">${wording.say('count.note')}</p>
  `;
}
