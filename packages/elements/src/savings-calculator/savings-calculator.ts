import type { Summary } from '@afterglow/contract';
import { reckonSavings, type Savings, type SavingsChoice } from '@afterglow/engine/savings';
import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { calculatorWords } from './savings-calculator-words.js';
import { styles } from './savings-calculator.styles.js';
import type * as Touched from './touched.js';

/** A visit a week: more is a slip of the finger. */
const mostVisits = 52;

/** The slider's end while nobody comes more often: two visits a month. */
const usualMost = 24;

type Choice = Required<SavingsChoice>;
type Program = NonNullable<GlowElement['program']>;

/** Where a part of the saving comes from; also its class. */
interface Part {
  readonly source: 'points' | 'tier' | 'package';
  /** In minor units; below zero for a package that costs more than the visits. */
  readonly amount: number;
  readonly words: string;
}

/**
 * What a year of visits would save, estimated by the very rules of the clinic's program. Works
 * signed out; it needs the program alone.
 *
 * @tag savings-calculator
 * @fires {GlowCalculatedEvent} glow-calculated - Somebody moved it and there is a new result.
 * @slot - A line under the calculator, such as a link to the prices.
 * @csspart card - The box.
 * @csspart title - The heading.
 * @csspart label - The name of each control, and the line above the figure.
 * @csspart item - Each treatment.
 * @csspart amount - The saving of a year.
 * @csspart bar - The saving by its sources.
 * @csspart button - "How we count".
 * @csspart list - The sources in words; the arithmetic.
 * @csspart message - What the saving is a share of; what is said where there is nothing to count.
 * @cssproperty [--savings-calculator-color=var(--glow-color-brand-fill-loud)] - The slider and the bar.
 * @cssstate waiting - No program yet; the height is already the final one.
 * @cssstate empty - The clinic's calculator has no treatments.
 * @cssstate ready - There is a result.
 * @cssstate failed - The program could not be loaded; a button tries again.
 */
export class SavingsCalculatorElement extends GlowElement {
  static override words = [pageWords, calculatorWords];
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['savings-calculator'])),
    styles,
  ];

  /** The member whose tier is the default. Left unset, the one whose page it is, if any. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** Visits a year, 1 to 52. Left unset, as many as the program suggests. */
  @property({ type: Number }) visits?: number | undefined;

  /**
   * Codes of the treatments of each visit; in the attribute with spaces or commas between them.
   * Left unset, those that the program selects.
   */
  @property({ converter: (codes) => codes?.split(/[\s,]+/).filter(Boolean) })
  treatments?: readonly string[] | undefined;

  /** Id of the tier to reckon with; empty: the one that the year's spend reaches. Left unset, the member's. */
  @property() tier?: string | undefined;

  /** Code of the package that is bought for the treatments that it covers; empty or left unset: none. */
  @property() package?: string | undefined;

  /** Loaded at the first touch: arithmetic, counting, events. */
  @state() private tools: typeof Touched | undefined;
  @state() private showsArithmetic = false;

  readonly #member = new MemberController(this);
  #loading: Promise<typeof Touched> | undefined;
  #counting: Touched.CountingController | undefined;
  #savings: Savings | undefined;
  #parts: readonly Part[] = [];
  #most = usualMost;
  #moved = false;

  constructor() {
    super();
    this.addEventListener('pointerdown', this.#prepare);
    this.addEventListener('focusin', this.#prepare);
  }

  protected override get waitingKey(): WordKey {
    return 'calculator.waiting';
  }

  protected override isEmpty(): boolean {
    return this.clinic.value?.calculator.treatments.length === 0;
  }

  protected override renderWaiting() {
    return html`<span class="hidden">${this.say(this.waitingKey)}</span>
      <div class="plan">
        <div class="controls">
          <span class="block short"></span>
          <span class="block box"></span><span class="block box"></span
          ><span class="block box"></span><span class="block box"></span>
        </div>
        <div class="result"><span class="block tall"></span><span class="block"></span></div>
      </div>`;
  }

  protected override renderEmpty() {
    return html`${this.#renderName()}
      <p class="line quiet" part="message">${this.say('calculator.empty')}</p>
      <slot></slot>`;
  }

  protected override renderReady() {
    const program = this.clinic.value;
    const savings = this.#savings;
    if (!program || !savings) return nothing;

    const choice = this.#choose(program);
    return html`
      <div class="plan">
        <div class="controls" @input=${this.#move} @change=${this.#settle}>
          ${this.#renderName()} ${this.#renderVisits(choice)}
          ${this.#renderTreatments(program, choice)}
          <div class="selects">
            ${this.#renderTiers(program, choice)} ${this.#renderPackages(program, choice)}
          </div>
        </div>
        <div class="result">
          ${this.#renderSum(savings)} ${this.#renderSources()}
          <details @toggle=${this.#toggle}>
            <summary class="arrow" part="button">${this.say('calculator.how')}</summary>
            ${this.showsArithmetic ? this.#renderArithmetic(program, savings) : nothing}
          </details>
        </div>
      </div>
      <slot></slot>
    `;
  }

  #renderName() {
    const clinic = this.text(this.clinic.value?.clinic.name ?? '');
    return this.renderTitle(this.say('calculator.title', { clinic }));
  }

  #renderVisits({ visitsPerYear }: Choice) {
    return html`<div class="visits">
      <label class="name" part="label" id="visits" for="number">
        ${this.say('calculator.visits')}
      </label>
      <input
        class="slider"
        type="range"
        name="visits"
        aria-labelledby="visits"
        min="1"
        max=${this.#most}
        .value=${visitsPerYear}
      />
      <input
        class="box"
        type="number"
        name="visits"
        id="number"
        inputmode="numeric"
        min="1"
        max=${mostVisits}
        .value=${visitsPerYear}
      />
    </div>`;
  }

  #renderTreatments({ calculator }: Program, { treatments }: Choice) {
    return html`<fieldset>
      <legend class="name" part="label">${this.say('calculator.treatments')}</legend>
      <div class="chips">
        ${calculator.treatments.map(({ code, name }) => {
          const isChosen = treatments.includes(code);
          return html`<label class="chip ${isChosen ? 'on' : ''}" part="item">
            <input type="checkbox" name="treatments" value=${code} .checked=${isChosen} />
            ${this.text(name)}
          </label>`;
        })}
      </div>
    </fieldset>`;
  }

  #renderTiers(program: Program, choice: Choice) {
    const { levels } = program.tiers;
    if (levels.length === 0) return nothing;

    const { tier } = reckonSavings(program, { ...choice, tier: null });
    const named = levels.map(({ id, name }) => [id, this.text(name)] as const);
    const reached = named.find(([id]) => id === tier)?.[1] ?? '';
    return this.#renderSelect('tier', choice.tier, [
      ['', this.say('calculator.tier-reached', { tier: reached })],
      ...named,
    ]);
  }

  #renderPackages(program: Program, { packageCode }: Choice) {
    const packages = usefulPackages(program);
    if (packages.length === 0) return nothing;

    return this.#renderSelect('package', packageCode, [
      ['', this.say('calculator.no-package')],
      ...packages.map(({ code, name }) => [code, this.text(name)] as const),
    ]);
  }

  #renderSelect(
    name: 'tier' | 'package',
    chosen: string | null,
    options: readonly (readonly [value: string, words: string])[],
  ) {
    // By its own direction a name that is cut loses its end: an English one in Arabic lost its beginning.
    return html`<label class="arrow">
      <span class="name" part="label">${this.say(`calculator.${name}`)}</span>
      <select class="box" name=${name}>
        ${options.map(
          ([value, words]) =>
            html`<option dir="auto" value=${value} .selected=${value === chosen}>${words}</option>`,
        )}
      </select>
    </label>`;
  }

  #renderSum({ total, yearlySpend, effectiveBasisPoints }: Savings) {
    const shown = this.#counting?.shown ?? total;
    return html`<div class="sum">
      <p class="quiet" part="label" id="saving">${this.say('calculator.saving')}</p>
      <output part="amount" aria-live="off" aria-labelledby="saving" for="number">
        <span class="figure ${this.#cash(total).length > 9 ? 'long' : ''}" aria-hidden="true">
          ${this.#cash(shown === total ? total : shown - (shown % 100))}
        </span>
        <span class="hidden">${this.#cash(total)}</span>
      </output>
      <p class="quiet" part="message">
        ${
          yearlySpend > 0
            ? this.say('calculator.share', {
                percent: this.percent(effectiveBasisPoints / 10_000),
                money: this.#cash(yearlySpend),
              })
            : this.say('calculator.choose')
        }
      </p>
      <div class="bar" part="bar" aria-hidden="true">
        ${this.#gains.map(({ source }) => html`<span class=${source}></span>`)}
      </div>
    </div>`;
  }

  #renderSources() {
    return html`<ul class="sources" part="list">
      ${this.#parts.map(
        ({ source, amount, words }) =>
          html`<li class=${amount > 0 ? source : 'none'}>
            <span>${words}</span> <span>${this.#cash(amount)}</span>
          </li>`,
      )}
    </ul>`;
  }

  #renderArithmetic(program: Program, savings: Savings) {
    return this.tools
      ? this.tools.arithmetic(program, savings, {
          say: (key, args) => this.say(key, args),
          text: (text) => this.text(text),
          money: (amount) => this.#cash(amount),
          number: (value) => this.number(value),
          percent: (ratio) => this.percent(ratio),
        })
      : html`<p class="quiet">${this.say('face.waiting')}</p>`;
  }

  #choose({ calculator }: Program): Choice {
    const selected = calculator.treatments.filter(({ selected }) => selected);
    return {
      visitsPerYear: clampVisits(this.visits || calculator.visitsPerYear),
      treatments: this.treatments ?? selected.map(({ code }) => code),
      tier: this.tier ?? this.#member.value?.tier.current?.id ?? '',
      packageCode: this.package ?? '',
    };
  }

  #partsOf(program: Program, savings: Savings, { packageCode }: Choice): readonly Part[] {
    const { points, pointsWorth, tierSaving, packageSaving } = savings;
    const level = program.tiers.levels.find(({ id }) => id === savings.tier);
    const isIdle =
      !usesPackage(savings) && program.packages.some(({ code }) => code === packageCode);
    const packageKey = isIdle ? 'idle' : packageSaving < 0 ? 'loss' : 'gain';
    const parts: readonly Part[] = [
      {
        source: 'points',
        amount: pointsWorth,
        words: this.say('calculator.from-points', {
          amount: points,
          points: this.text(program.points.name),
        }),
      },
      {
        source: 'tier',
        amount: tierSaving,
        words: this.say('calculator.from-tier', { tier: this.text(level?.name ?? '') }),
      },
      {
        source: 'package',
        amount: packageSaving,
        words: this.say(`calculator.package-${packageKey}`),
      },
    ];
    return parts.filter(({ source, amount }) => amount !== 0 || (isIdle && source === 'package'));
  }

  /** What the bar is split by: a loss has no length. */
  get #gains() {
    return this.#parts.filter(({ amount }) => amount > 0);
  }

  #cash(amount: number): string {
    return this.money({ amount, currency: this.clinic.value?.clinic.currency ?? 'USD' });
  }

  readonly #prepare = async () => {
    if (this.tools) return;
    try {
      this.tools = await (this.#loading ??= import('./touched.js'));
      this.#counting ??= new this.tools.CountingController(this);
    } catch {
      // Lost on the way: the next touch asks again.
      this.#loading = undefined;
    }
  };

  readonly #move = ({ target }: Event) => {
    const field = target as HTMLInputElement;
    if (field.name === 'visits') {
      // An emptied field is somebody who types.
      if (field.value === '') return;
      this.visits = clampVisits(field.valueAsNumber);
      field.value = String(this.visits);
    } else if (field.name === 'treatments') {
      const program = this.clinic.value;
      const others = program ? this.#choose(program).treatments : [];
      this.treatments = field.checked
        ? [...others, field.value]
        : others.filter((code) => code !== field.value);
    } else {
      this[field.name as 'tier' | 'package'] = field.value;
    }
    this.#moved = true;
  };

  /** A move is over: it is said, and told to the page. */
  readonly #settle = async ({ target }: Event) => {
    const program = this.clinic.value;
    if (!program) return;
    const field = target as HTMLInputElement;
    // A field that was left empty shows again what is counted.
    if (field.name === 'visits') field.value = String(this.#choose(program).visitsPerYear);
    if (!this.#moved) return;

    this.#moved = false;
    await this.#prepare();
    await this.updateComplete;
    const amount = this.#savings?.total ?? 0;
    this.announce(`${this.say('calculator.saving')}: ${this.#cash(amount)}`);
    if (!this.tools) return;
    const { currency } = program.clinic;
    this.dispatchEvent(new this.tools.GlowCalculatedEvent({ amount, currency }));
  };

  readonly #toggle = ({ target }: Event) => {
    this.showsArithmetic = (target as HTMLDetailsElement).open;
    // A press by a screen reader is neither a pointer nor a focus.
    void this.#prepare();
  };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const program = this.clinic.value;
    if (!program) return;

    const choice = this.#choose(program);
    if (choice.visitsPerYear > usualMost) this.#most = mostVisits;
    // A member has joined already: what joining gives is not of this year.
    const rules = this.#member.value ? { ...program, joiningPoints: 0 } : program;
    this.#savings = reckonSavings(rules, choice);
    this.#parts = this.#partsOf(program, this.#savings, choice);
    this.#counting?.set(this.#savings.total);
  }

  /** Lengths are set by script: the strictest policy refuses a style attribute. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const slider = this.renderRoot.querySelector<HTMLInputElement>('.slider');
    slider?.style.setProperty('--_share', String((slider.valueAsNumber - 1) / (this.#most - 1)));
    this.renderRoot.querySelectorAll<HTMLElement>('.bar > *').forEach((part, index) => {
      part.style.setProperty('flex-grow', String(this.#gains[index]?.amount ?? 0));
    });
  }
}

/** A whole number of visits, 1 to 52. */
const clampVisits = (visits: number): number =>
  Math.min(mostVisits, Math.max(1, Math.round(visits)));

/** Whether a package is in the result; any rule of the clinic may be called `package`. */
const usesPackage = ({ because }: Savings): boolean => because.some(({ args }) => 'singly' in args);

/** The packages that cover a treatment of the calculator, by the program's own rules. */
function usefulPackages(program: Program): Program['packages'] {
  const treatments = program.calculator.treatments.map(({ code }) => code);
  return program.packages.filter(({ code }) =>
    usesPackage(reckonSavings(program, { visitsPerYear: 1, treatments, packageCode: code })),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'savings-calculator': SavingsCalculatorElement;
  }
}
