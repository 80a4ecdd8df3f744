import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {test: {name: 'unit', include: ['tests/unit/**/*.test.ts']}},
      {test: {name: 'mock', include: ['tests/mock/**/*.test.ts'], testTimeout: 60_000}},
      {test: {name: 'samples', include: ['tests/samples/**/*.test.ts'], testTimeout: 600_000}},
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
