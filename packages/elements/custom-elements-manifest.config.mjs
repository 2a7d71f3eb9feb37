/** Read by `cem analyze` from this folder; paths in the manifest are relative to the package. */
export default {
  globs: ['src/**/*.ts'],
  exclude: [
    'src/**/*.test.ts',
    'src/**/*.stories.ts',
    'src/**/*.styles.ts',
    'src/loader/**',
    'src/testing/**',
  ],
  litelement: true,
  dependencies: false,
  // Its default writes a field into the package.json of the repository.
  packagejson: false,
};
