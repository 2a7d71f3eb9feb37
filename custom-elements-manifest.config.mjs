export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.stories.ts', '**/*.styles.ts', 'packages/elements/src/loader/**'],
  outdir: 'packages/elements',
  litelement: true,
  dependencies: false,
  // Its default writes a field into the package.json of the repository.
  packagejson: false,
};
