import js from '@eslint/js';
import globals from 'globals';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { importDirection } from './scripts/lint/import-direction.mjs';
import { suppressionReason } from './scripts/lint/suppression-reason.mjs';

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const TESTS = [
  '**/*.test.ts',
  '**/*.stories.ts',
  '**/*.type-test.ts',
  '**/e2e/**/*.ts',
  'stories/**',
];

const afterglow = {
  rules: { 'import-direction': importDirection, 'suppression-reason': suppressionReason },
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/coverage/**',
      'docs/api/**',
      'storybook-static/**',
      '**/.afterglow/**',
      // What it imports is installed by its own test only, and its build checks the types.
      'examples/next/app/**',
    ],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { afterglow },
    rules: { 'afterglow/import-direction': 'error', 'afterglow/suppression-reason': 'error' },
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['examples/**/*.js', 'packages/elements/build/slim-lit/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strict],
    languageOptions: {
      parserOptions: { project: './tsconfig.tests.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: TESTS,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // @open-wc/testing declares chai's equal() as a promise, which it is only for snapshots.
    files: ['packages/elements/src/**/*.test.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    files: [
      'packages/server/src/node/**',
      'packages/engine/src/corpus/**',
      'packages/*/bench/**',
      '**/e2e/**/*.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // Time and chance come in as arguments, or a replay would show another balance.
    files: ['packages/engine/src/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is a parameter called now.' },
        { object: 'Math', property: 'random', message: 'Nothing here is left to chance.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Time is a parameter called now.',
        },
        { selector: ':function[async=true]', message: 'The engine computes; it never waits.' },
      ],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    extends: [lit['flat/recommended'], litA11y.configs.recommended, wc['flat/recommended']],
  },
  {
    // The strictest content policy blocks inline styles; unsafe HTML opens a clinic's page.
    files: ['packages/elements/src/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                'lit/directives/style-map*',
                'lit/directives/unsafe-*',
                'lit-html/directives/style-map*',
                'lit-html/directives/unsafe-*',
              ],
              message: 'Use classes, style.setProperty and plain templates.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style[\\s>]|\\sstyle=/]',
          message: 'No style attribute and no <style>: use classes, or style.setProperty.',
        },
        {
          selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
          message: 'Trusted Types refuse it: render with Lit.',
        },
      ],
    },
  },
);
