import {defineConfig} from '@playwright/test';

import {chromiumLaunchOptions} from './tests/support/chromium';
import './tests/support/localNames';

/** The build in ./build is made for a local mock at this address, so the mock of the tests has to be there. */
const mockUrl = process.env.LOCAL_MOCK_URL ?? 'http://localhost:4010';
const siteUrl = process.env.E2E_SITE_URL ?? 'http://localhost:3300';

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: {timeout: 10_000},
  reporter: [['list'], ['json', {outputFile: process.env.E2E_REPORT ?? '.cache/reports/browser.json'}]],
  use: {
    baseURL: siteUrl,
    launchOptions: chromiumLaunchOptions(),
  },
  projects: [{name: 'chromium'}],
  webServer: [
    {
      name: 'site',
      command: `node --import tsx tests/e2e/support/site.ts ${new URL(siteUrl).port}`,
      url: siteUrl,
      timeout: 120_000,
    },
    {
      name: 'mock',
      command: `node src/mock/node/start.mjs --rules src/cloudindex/mock/rules.ts --port ${new URL(mockUrl).port}`,
      port: Number(new URL(mockUrl).port),
      timeout: 60_000,
    },
  ],
});
