import type { StorybookConfig } from '@storybook/web-components-vite';
import { defaultClientConditions } from 'vite';

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../packages/elements/src/**/*.stories.ts', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  // Stories show the sources: a changed element is on screen without a build.
  viteFinal: (vite) => ({
    ...vite,
    // The real server comes along; a story is not sent over a slow line.
    build: { ...vite.build, chunkSizeWarningLimit: 2000 },
    resolve: {
      ...vite.resolve,
      conditions: ['afterglow-source', ...(vite.resolve?.conditions ?? defaultClientConditions)],
    },
  }),
};

export default config;
