import { html } from 'lit';
import { calculatorProgram } from '../testing/calculator-program.js';
import { handProgram } from '../testing/hand-made.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const program = calculatorProgram();
const given = { program };

const { meta, story } = faceStories(
  'savings-calculator',
  () => html`<savings-calculator></savings-calculator>`,
  (face) => ({ program: face === 'empty' ? handProgram() : program }),
);
export default { ...meta, title: 'Patients/savings-calculator' };

export const Ready = story('ready');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
/** From 640 px on, the result stands beside what is moved. */
export const Wide = story('ready', given, { width: 960 });
export const RightToLeft = story('ready', given, { lang: 'ar', dir: 'rtl' });

const { story: withPackage } = faceStories(
  'savings-calculator',
  () =>
    html`<savings-calculator tier="luminous" package="MN3" treatments="TOX MICRO LASER">
      <a href="#prices">Our prices</a>
    </savings-calculator>`,
);
/** Points, a tier and a package bring something each. */
export const ThreeSources = withPackage('ready', given);

const { story: withLoss } = faceStories(
  'savings-calculator',
  () => html`<savings-calculator package="FACIAL5" visits="2"></savings-calculator>`,
);
/** A package of five for two visits costs more than it saves, and says so. */
export const PackageThatCostsMore = withLoss('ready', given);

/** The arithmetic behind the figure. */
export const HowWeCount = {
  ...withPackage('ready', given, { width: 960 }),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const element = canvasElement.querySelector('savings-calculator');
    await element?.updateComplete;
    await new Promise((resolve) =>
      element?.addEventListener('glow-ready', resolve, { once: true }),
    );
    element?.shadowRoot?.querySelector('summary')?.click();
  },
};
