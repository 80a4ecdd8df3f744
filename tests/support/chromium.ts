import type {LaunchOptions} from '@playwright/test';

import {chromium} from '../../scripts/chromium';
import {pathOf} from '../../scripts/toolchains';

/** How tests and benches start Chromium: as root in a container too, and without requests of the browser's own. */
export function chromiumLaunchOptions(): LaunchOptions {
  return {
    executablePath: pathOf(chromium),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
