// `npm run new element <name>`: a new element from the starter in scripts/new/element, green at once.
import { refusalOf, writeElement } from './new/element.mjs';
import { node } from './run.mjs';

const [kind, tag, ...more] = process.argv.slice(2);
const refusal =
  kind !== 'element' || tag === undefined || more.length > 0
    ? 'Say what is new and its name: npm run new element visit-map'
    : refusalOf(tag);

if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
} else await make(tag);

async function make(tag) {
  const written = await writeElement(tag);
  console.log(written.join('\n'));
  const frameworks = [
    ...['--conditions=afterglow-source', '--import=tsx'],
    'scripts/frameworks.mjs',
  ];
  if (!node(frameworks)) throw new Error('npm run frameworks failed; the element is written.');

  const folder = `packages/elements/src/${tag}`;
  console.log(`
<${tag}> is there and shows the member's points in a sentence. Next:

  npm run storybook    Patients/${tag}, in all its faces
  ${folder}/${tag}.ts    what it shows; the docblock is what editors and docs say
  ${folder}/${tag}.en.ts    what it says, and the same in five more languages
  packages/elements/src/internal/reserve.ts    its height: the highest face at 240 px
  README.md    its line in the table of elements
  packages/elements/README.md    its line in the table of budgets, as scripts/size.mjs has it
  npm run test:elements -- ${folder}/${tag}.test.ts
  npm run frameworks    after each change of attributes, properties or events
  npm run check
  npm run changeset`);
}
