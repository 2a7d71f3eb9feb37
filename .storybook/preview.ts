import { createClient } from '@afterglow/sdk';
import '@fontsource-variable/hanken-grotesk';
import '@fontsource-variable/newsreader';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../packages/elements/custom-elements.json' with { type: 'json' };
import { themeRules } from '../packages/elements/src/theme/program-theme.js';
import { brands, clinicOf, type BrandName } from '../stories/brands.js';
import { readyThemes, wear } from '../stories/ready-themes.js';

setCustomElementsManifest(manifest);

/** The page around a story: the clinic's paper and type, nothing else. */
const page = new CSSStyleSheet();
const theme = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, theme, page];

const languages = ['en', 'es', 'fr', 'pt-BR', 'zh-Hans', 'ar'];

/** Dresses the page as a clinic's; the roles are the ones that the server makes of its color. */
async function dress(name: BrandName): Promise<void> {
  const brand = brands[name];
  const server = await clinicOf(brand);
  const program = await createClient({
    publishableKey: server.keys.publishable,
    apiBase: server.base,
    fetch: server.fetch,
  }).program();
  theme.replaceSync(themeRules(':root', program.brand));
  page.replaceSync(`body {
    background: var(--glow-color-surface);
    color: var(--glow-color-text);
    font-family: ${brand.text};
    line-height: 1.5;
  }`);
}

/** Every story in light and dark, in each language, on the page of each clinic. */
const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    },
    controls: { expanded: true },
    backgrounds: { disable: true },
    layout: 'padded',
  },
  globalTypes: {
    scheme: {
      description: 'Light or dark',
      toolbar: { icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    lang: {
      description: 'Language of the page',
      toolbar: { icon: 'globe', items: languages, dynamicTitle: true },
    },
    brand: {
      description: 'Whose page it is',
      toolbar: {
        icon: 'paintbrush',
        items: Object.entries(brands).map(([value, { clinic }]) => ({ value, title: clinic })),
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { scheme: 'light', lang: 'en', brand: 'paper' },
  loaders: [
    async ({ globals, parameters }) => {
      const theme = parameters['theme'] as BrandName | undefined;
      wear(theme && readyThemes[theme]);
      await dress(theme ?? (globals['brand'] as BrandName));
    },
  ],
  decorators: [
    (story, { globals }) => {
      document.documentElement.style.colorScheme = String(globals['scheme']);
      document.documentElement.lang = String(globals['lang']);
      document.documentElement.dir = globals['lang'] === 'ar' ? 'rtl' : 'ltr';
      return story();
    },
  ],
};

export default preview;
