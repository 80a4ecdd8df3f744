import type {LaunchOptions} from '@playwright/test';

import {chromium} from '../../scripts/chromium';
import {pathOf} from '../../scripts/toolchains';

/**
 * How tests and benches start Chromium: as root in a container too, and without requests of the browser's own. Names other
 * than this machine's do not exist for it, at once: how long a network takes to say so differs from one to the next.
 */
export function chromiumLaunchOptions(): LaunchOptions {
  return {
    executablePath: pathOf(chromium),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
    ],
  };
}
