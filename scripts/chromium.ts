import {chromium as playwrightChromium} from '@playwright/test';

import {firstThat, named, works, type Toolchain} from './toolchains';

/** The headless shell first: the same engine, and a test takes a quarter less processor time. */
const programs = [
  'chromium-headless-shell',
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'chromium-browser',
];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Chromium: the one in CHROMIUM_PATH, one installed on the system, or the one that Playwright downloads. */
export const chromium: Toolchain = {
  name: 'Chromium',
  purpose: 'runs the browser tests',
  find() {
    const {CHROMIUM_PATH} = process.env;
    const candidates = CHROMIUM_PATH
      ? [CHROMIUM_PATH]
      : [...programs.flatMap(named), ...macApplications, playwrightChromium.executablePath()];
    return firstThat(candidates, path => works(path, ['--version']));
  },
  aptPackage: 'chromium-headless-shell',
};
