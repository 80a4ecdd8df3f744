import {defineConfig} from 'vitest/config';

const setupFiles = ['tests/support/localNames.ts'];

export default defineConfig({
  test: {
    projects: [
      // A machine of two busy cores takes several times as long: no test is to fail for that.
      {test: {name: 'unit', include: ['tests/unit/**/*.test.ts'], setupFiles, testTimeout: 60_000}},
      {test: {name: 'mock', include: ['tests/mock/**/*.test.ts'], setupFiles, testTimeout: 60_000}},
      {test: {name: 'samples', include: ['tests/samples/**/*.test.ts'], setupFiles, testTimeout: 600_000}},
      // Builds a site first, for which a busy machine may take minutes.
      {
        test: {
          name: 'sites',
          include: ['tests/sites/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 1_800_000,
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
