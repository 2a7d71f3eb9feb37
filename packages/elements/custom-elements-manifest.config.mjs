import { manifestEvents } from './build/manifest-events.mjs';

/** Read by `cem analyze` from this folder; paths in the manifest are relative to the package. */
export default {
  globs: ['src/**/*.ts'],
  exclude: [
    'src/**/*.test.ts',
    'src/**/*.stories.ts',
    'src/**/*.styles.ts',
    'src/inspector/**',
    'src/loader/**',
    'src/react/**',
    'src/types/**',
    'src/testing/**',
  ],
  litelement: true,
  plugins: [manifestEvents()],
  dependencies: false,
  // Its default writes a field into the package.json of the repository.
  packagejson: false,
};
